package io.usagecollector.bloblang.gotext.time;

/** What Go takes for the abbreviation of a time zone. */
final class AbbreviationReader {
  private AbbreviationReader() {}

  /**
   * Its length: three capitals, four or five ending in T, GMT with an offset, or an offset; 0 for
   * none.
   */
  static int length(TimeCursor in) {
    if (in.remaining() < 3) {
      return 0;
    }
    if (in.startsWith("ChST") || in.startsWith("MeST")) {
      return 4;
    }
    if (in.startsWith("GMT")) {
      return 3 + signedOffset(in, 3);
    }
    if (in.peek(0) == '+' || in.peek(0) == '-') {
      return signedOffset(in, 0);
    }
    int capitals = 0;
    while (capitals < 6 && in.peek(capitals) >= 'A' && in.peek(capitals) <= 'Z') {
      capitals++;
    }
    return switch (capitals) {
      case 3 -> 3;
      case 4 -> in.peek(3) == 'T' || in.startsWith("WITA") ? 4 : 0;
      case 5 -> in.peek(4) == 'T' ? 5 : 0;
      default -> 0;
    };
  }

  /** A sign and a number up to 23. */
  private static int signedOffset(TimeCursor in, int ahead) {
    if (in.peek(ahead) != '+' && in.peek(ahead) != '-') {
      return 0;
    }
    int at = ahead + 1;
    int hours = 0;
    while (in.isDigit(at)) {
      hours = Math.min(hours * 10 + in.peek(at) - '0', 100);
      at++;
    }
    return at == ahead + 1 || hours > 23 ? 0 : at - ahead;
  }

  /** Seconds east that a name like GMT-3 tells; 0 for any other. */
  static int offset(String name) {
    return name.startsWith("GMT") && name.length() > 3
        ? Integer.parseInt(name.substring(3)) * 3600
        : 0;
  }
}

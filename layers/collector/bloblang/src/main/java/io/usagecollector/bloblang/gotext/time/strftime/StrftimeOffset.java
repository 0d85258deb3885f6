package io.usagecollector.bloblang.gotext.time.strftime;

/** {@code %z}, {@code %:z}, {@code %::z}, {@code %:::z}: how far a zone is from UTC. */
final class StrftimeOffset {
  private StrftimeOffset() {}

  /**
   * The offset as the directive writes it.
   *
   * @param seconds east of UTC
   * @param colons how many colons the directive has, 0 to 3; of three, the text has those it needs
   */
  static String text(int seconds, int colons, Padding padding) {
    int offset = Math.abs(seconds);
    String sign = seconds < 0 ? "-" : "+";
    StringBuilder text = new StringBuilder(12);
    String hours = new Padding(padding.fill(), padding.asked(), 2).number(offset / 3600);
    text.append(hours.startsWith(" ") ? " " + sign + hours.substring(1) : sign + hours);
    if (colons <= 2 || offset % 3600 != 0) {
      text.append(colons > 0 ? ":" : "").append(twoDigits(offset / 60 % 60));
      if (colons == 2 || (colons == 3 && offset % 60 != 0)) {
        text.append(':').append(twoDigits(offset % 60));
      }
    }
    return padding.fill(text.toString());
  }

  private static String twoDigits(int number) {
    return Padding.DEFAULT.atLeast(2).number(number);
  }
}

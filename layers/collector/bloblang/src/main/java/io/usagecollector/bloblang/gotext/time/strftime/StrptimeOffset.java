package io.usagecollector.bloblang.gotext.time.strftime;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.TimeCursor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code %z} and its forms with colons take: Z, or a sign, hours and as much as follows.
 * One use.
 */
final class StrptimeOffset {
  private final TimeCursor in;
  private int colons;
  private int seconds;

  StrptimeOffset(TimeCursor in, int colons) {
    this.in = in;
    this.colons = colons;
  }

  /** Seconds east of UTC; null for Z. */
  @Nullable Integer read() throws GoException {
    char sign = in.peek(0);
    if (sign == 'Z') {
      in.advance(1);
      return null;
    }
    if (sign != '+' && sign != '-') {
      throw cannotParse(colons);
    }
    in.advance(1);
    int hours = pair(23);
    if (hours < 0) {
      throw cannotParse(colons);
    }
    firstColon();
    int total = (hours * 60 + minutes()) * 60 + seconds;
    return sign == '-' ? -total : total;
  }

  private void firstColon() throws GoException {
    if (in.peek(0) == ':') {
      in.advance(1);
      colons = colons == 0 ? 4 : colons;
    } else if (colons > 0 && colons < 3) {
      throw expectedColon();
    }
  }

  private int minutes() throws GoException {
    int minutes = pair(59);
    if (minutes < 0) {
      if (colons > 0 && colons != 3) {
        throw cannotParse(colons & 3);
      }
      return looseDigit();
    }
    if (colons > 1) {
      readSeconds();
    }
    return minutes;
  }

  private void readSeconds() throws GoException {
    if (in.peek(0) != ':') {
      if (colons < 3) {
        throw expectedColon();
      }
      return;
    }
    in.advance(1);
    int read = pair(59);
    if (read < 0 && colons < 3) {
      throw cannotParse(colons);
    }
    seconds = read < 0 ? looseDigit() : read;
    in.advance(read < 0 ? -1 : 0);
  }

  /** The library counts a digit that stands alone, and reads it again as what follows. */
  private int looseDigit() {
    return in.isDigit(0) && !in.isDigit(1) ? in.peek(0) - '0' : 0;
  }

  /** Two digits up to a limit; negative, and nothing taken, if they are not there. */
  private int pair(int most) {
    if (!in.isDigit(0) || !in.isDigit(1)) {
      return TimeCursor.NONE;
    }
    int number = in.digits(2);
    if (number > most) {
      in.advance(-2);
      return TimeCursor.NONE;
    }
    return number;
  }

  private static GoException cannotParse(int colons) {
    return new GoException(() -> "cannot parse \"%" + ":".repeat(colons) + "z\"");
  }

  private GoException expectedColon() {
    String conversion = ":".repeat(colons) + "z";
    return new GoException(() -> "expected ':' for \"%" + conversion + "\"");
  }
}

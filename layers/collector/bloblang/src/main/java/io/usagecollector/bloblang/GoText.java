package io.usagecollector.bloblang;

import io.usagecollector.bloblang.gotext.FloatParser;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.IntParser;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Text as Go reads and writes it, which is how the language's origin does. */
public final class GoText {
  private GoText() {}

  /** What {@code %T} says of a value, as {@code map[string]interface {}}. */
  public static String type(Value value) {
    return GoType.of(value);
  }

  /** A time as {@code %v} prints it: {@code 2006-01-02 15:04:05.999999999 -0700 MST}. */
  public static String printed(Time time) {
    return time.at().toString();
  }

  /** A text in double quotes, with Go's escapes. */
  public static String quoted(String text) {
    return Quote.quote(text);
  }

  /** The float that {@code strconv.ParseFloat} reads; none if the text is no number. */
  public static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(FloatParser.parse(text));
    } catch (GoException e) {
      return OptionalDouble.empty();
    }
  }

  /** The integer that {@code strconv.ParseInt} reads in base 10; none if the text is none. */
  public static OptionalLong integer(String text) {
    try {
      return OptionalLong.of(IntParser.parse(text, 10));
    } catch (GoException e) {
      return OptionalLong.empty();
    }
  }
}

package io.usagecollector.bloblang.gotext;

/** Go's {@code strconv.ParseBool}. */
public final class BoolParser {
  private BoolParser() {}

  /** {@code 1 t T TRUE true True 0 f F FALSE false False}; anything else is an error. */
  public static boolean parse(String text) throws GoException {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default -> throw NumberSyntax.invalid("ParseBool", text);
    };
  }
}

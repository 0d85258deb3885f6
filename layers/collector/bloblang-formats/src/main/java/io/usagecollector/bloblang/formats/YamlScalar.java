package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an unquoted scalar means: YAML 1.2 with the integers of Go's yaml.v3 (underscores, {@code
 * 0b}, a leading zero for octal).
 */
public final class YamlScalar {
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|0o?[0-7_]+|0|[1-9][0-9_]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("([-+]?)\\.(?:inf|Inf|INF)");

  private YamlScalar() {}

  /** The value of a scalar that is not quoted. */
  public static Value resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Null.NULL;
      case "true", "True", "TRUE" -> Bool.TRUE;
      case "false", "False", "FALSE" -> Bool.FALSE;
      case ".nan", ".NaN", ".NAN" -> FloatNum.of(Double.NaN);
      default -> number(text);
    };
  }

  /** Whether a text would not come back as itself if it stood there unquoted. */
  static boolean isAmbiguous(String text) {
    return !(resolve(text) instanceof Str);
  }

  private static Value number(String text) {
    Matcher infinite = INFINITE.matcher(text);
    if (infinite.matches()) {
      return FloatNum.of(
          "-".equals(infinite.group(1)) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (INTEGER.matcher(text).matches()) {
      return integer(text);
    }
    return FLOAT.matcher(text).matches() ? FloatNum.of(Double.parseDouble(text)) : Str.of(text);
  }

  private static Value integer(String text) {
    boolean negative = text.startsWith("-");
    String digits = text.replaceFirst("^[-+]", "").replace("_", "");
    int radix = radix(digits);
    String bare = digits.replaceFirst("^0[xbo]", "");
    BigInteger integer = new BigInteger((negative ? "-" : "") + bare, radix);
    if (integer.bitLength() < 64) {
      return IntNum.of(integer.longValue());
    }
    return !negative && integer.bitLength() == 64
        ? IntNum.of(integer.longValue(), IntNum.Width.UINT64)
        : FloatNum.of(integer.doubleValue());
  }

  private static int radix(String digits) {
    if (digits.startsWith("0x")) {
      return 16;
    }
    if (digits.startsWith("0b")) {
      return 2;
    }
    return digits.startsWith("0") && digits.length() > 1 ? 8 : 10;
  }
}

package io.usagecollector.bloblang.formats;

import io.usagecollector.bloblang.GoText;
import io.usagecollector.bloblang.TimeLayout;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What an unquoted scalar means: YAML 1.2 with the numbers of Go's yaml.v3 (underscores, {@code
 * 0b}, a leading zero for octal) and its timestamps.
 */
public final class YamlScalar {
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("([-+]?)\\.(?:inf|Inf|INF)");

  private static final String FLOAT_TYPE = "!!float";

  /** The types that a tag can ask for. */
  private static final Map<Tag, String> TYPES =
      Map.of(
          Tag.NULL,
          "!!null",
          Tag.BOOL,
          "!!bool",
          Tag.INT,
          "!!int",
          Tag.FLOAT,
          FLOAT_TYPE,
          new Tag(Tag.PREFIX + "timestamp"),
          "!!timestamp");

  private static final Pattern OLD_BREAKS =
      Pattern.compile("^[\\x{85}\\x{2028}\\x{2029}]+|[\\x{85}\\x{2028}\\x{2029}]+$");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-.*");
  private static final List<TimeLayout> LAYOUTS =
      Stream.of(
              "2006-1-2T15:4:5.999999999Z07:00",
              "2006-1-2t15:4:5.999999999Z07:00",
              "2006-1-2 15:4:5.999999999",
              "2006-1-2")
          .map(TimeLayout::compile)
          .toList();

  private YamlScalar() {}

  /** The value of a scalar: of one that is quoted, or tagged as something of its own, its text. */
  static Value of(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(YamlSchema.UNDECIDED)) {
      return node.getScalarStyle() == ScalarStyle.PLAIN ? plain(text) : Str.of(text);
    }
    if (tag.equals(Tag.BINARY)) {
      return binary(text);
    }
    String wanted = TYPES.get(tag);
    return wanted == null ? Str.of(text) : cast(text, wanted);
  }

  /** The breaks of lines that YAML 1.1 had besides are none of its text at its ends. */
  private static Value plain(String text) {
    return resolve(OLD_BREAKS.matcher(text).replaceAll(""));
  }

  /** Whether a key is text: not by a tag of its own, whose values are no text either. */
  static boolean isText(ScalarNode key) {
    Tag tag = key.getTag();
    return tag.equals(Tag.STR)
        || (tag.equals(YamlSchema.UNDECIDED)
            && (key.getScalarStyle() != ScalarStyle.PLAIN
                || resolve(key.getValue()) instanceof Str));
  }

  /** What says of what type it is must be of that type; a whole number may be a fraction's. */
  private static Value cast(String text, String wanted) {
    Value value = resolve(text);
    String type = type(value);
    if (type.equals(wanted)) {
      return value;
    }
    if (wanted.equals(FLOAT_TYPE) && value instanceof IntNum n && !n.isUnsigned64()) {
      return FloatNum.of(n.asDouble());
    }
    throw new YamlEngineException("cannot decode %s `%s` as a %s".formatted(type, text, wanted));
  }

  private static String type(Value value) {
    return switch (value) {
      case Null n -> "!!null";
      case Bool b -> "!!bool";
      case IntNum n -> "!!int";
      case FloatNum f -> FLOAT_TYPE;
      case Time t -> "!!timestamp";
      default -> "!!str";
    };
  }

  private static Value binary(String text) {
    try {
      return Str.of(Base64.getDecoder().decode(text.replaceAll("[\r\n]", "")));
    } catch (IllegalArgumentException e) {
      throw new YamlEngineException("!!binary value contains invalid base64 data");
    }
  }

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
    if (DATE.matcher(text).matches()) {
      return time(text);
    }
    if (text.startsWith(".")) {
      return fraction(text);
    }
    return text.startsWith("_") ? Str.of(text) : whole(text);
  }

  /** What begins with a point is read as Go reads a number. */
  private static Value fraction(String text) {
    OptionalDouble number = GoText.number(text);
    return number.isPresent() ? FloatNum.of(number.getAsDouble()) : Str.of(text);
  }

  private static Value whole(String text) {
    String plain = text.replace("_", "");
    if (INTEGER.matcher(plain).matches()) {
      Value integer = integer(plain);
      if (integer instanceof IntNum) {
        return integer;
      }
    }
    return FLOAT.matcher(plain).matches() ? decimal(plain, text) : Str.of(text);
  }

  private static Value decimal(String digits, String text) {
    double decimal = Double.parseDouble(digits);
    return Double.isFinite(decimal) ? FloatNum.of(decimal) : Str.of(text);
  }

  private static Value time(String text) {
    return LAYOUTS.stream()
        .<Value>flatMap(layout -> layout.read(text).stream())
        .findFirst()
        .orElseGet(() -> Str.of(text));
  }

  /** What fits in no integer is none. */
  private static Value integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    boolean negative = text.startsWith("-");
    String digits = text.replaceFirst("^[-+]", "").toLowerCase(Locale.ROOT);
    int radix = radix(digits);
    String bare = digits.replaceFirst("^0[xbo]", "");
    BigInteger integer = new BigInteger((negative ? "-" : "") + bare, radix);
    if (integer.bitLength() < 64) {
      return IntNum.of(integer.longValue(), IntNum.Width.INT);
    }
    return !signed && integer.bitLength() == 64
        ? IntNum.of(integer.longValue(), IntNum.Width.UINT64)
        : Str.of(text);
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

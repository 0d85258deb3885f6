package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.GoUnicode;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.Unquote;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.Formatting;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Methods on text as a whole: of strings and, giving bytes, of bytes. */
public final class StringMethods implements Table<MethodSpec> {
  static final String STRINGS = "String Manipulation";

  /** The largest text that {@code repeat} makes. */
  private static final long MOST_BYTES = 64L << 20;

  @Override
  public List<String> names() {
    return List.of("format", "lowercase", "uppercase", "quote", "unquote", "repeat", "reverse");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "format" ->
          MethodSpec.of(
                  name,
                  STRINGS,
                  "The text with Go's formatting verbs filled in: %v any value, %s text, %d an integer, %.2f a float.")
              .variadic()
              .example(
                  "root = \"%s is %d\".format(this.name, this.age.int64())",
                  "{\"name\":\"Ada\",\"age\":36}", "Ada is 36")
              .op(Formatting::op);
      case "lowercase" ->
          MethodSpec.of(name, STRINGS, "The text in small letters.")
              .example("root.s = this.s.lowercase()", "{\"s\":\"ADA\"}", "{\"s\":\"ada\"}")
              .op(args -> Ops.alike(s -> cased(s, 'A', 'Z', 32, GoUnicode::toLower)));
      case "uppercase" ->
          MethodSpec.of(name, STRINGS, "The text in capital letters.")
              .example("root.s = this.s.uppercase()", "{\"s\":\"ada\"}", "{\"s\":\"ADA\"}")
              .op(args -> Ops.alike(s -> cased(s, 'a', 'z', -32, GoUnicode::toUpper)));
      case "quote" ->
          MethodSpec.of(name, STRINGS, "The text in double quotes, with Go's escapes.")
              .example(
                  "root.s = this.s.quote()", "{\"s\":\"a\\tb\"}", "{\"s\":\"\\\"a\\\\tb\\\"\"}")
              .op(args -> Ops.ofAnyText(s -> Str.of(Quote.quote(s.toString()))));
      case "unquote" ->
          MethodSpec.of(
                  name, STRINGS, "The text without its quotes, its escapes resolved by Go's rules.")
              .example(
                  "root.s = this.s.unquote()", "{\"s\":\"\\\"a\\\\tb\\\"\"}", "{\"s\":\"a\\tb\"}")
              .op(args -> Ops.ofAnyText(StringMethods::unquote));
      case "repeat" ->
          MethodSpec.of(name, STRINGS, "The text so many times.")
              .param(Param.integer("count", "How often."))
              .example("root.s = this.s.repeat(3)", "{\"s\":\"ab\"}", "{\"s\":\"ababab\"}")
              .op(StringMethods::repeat);
      case "reverse" ->
          MethodSpec.of(name, STRINGS, "The characters in reverse order; of bytes, the bytes.")
              .example("root.s = this.s.reverse()", "{\"s\":\"abc\"}", "{\"s\":\"cba\"}")
              .op(args -> (receiver, frame) -> reverse(receiver));
      default -> throw Table.noRow(name);
    };
  }

  private static Str cased(
      Str s, char low, char high, int shift, UnaryOperator<String> beyondAscii) {
    if (!s.isAscii()) {
      Str cased = Str.of(beyondAscii.apply(s.toString()));
      return s.isText() ? cased : cased.asReplaced(); // Bytes that were no text are U+FFFD now.
    }
    byte[] bytes = s.toBytes();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= low && bytes[i] <= high) {
        bytes[i] += (byte) shift;
      }
    }
    return Str.of(bytes);
  }

  private static Value unquote(Str s) {
    try {
      return Str.of(Unquote.unquote(s.toString()));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is not quoted as it should be");
    }
  }

  private static Op repeat(Args args) throws ArgumentException {
    long count = args.integer(0);
    if (count < 0) {
      throw new ArgumentException("invalid count, must be greater than or equal to zero: " + count);
    }
    return (receiver, frame) -> {
      Str text = Ops.text(receiver);
      if (text == null) {
        return Err.type(receiver, Kind.STRING);
      }
      if (text.length() > 0 && count > MOST_BYTES / text.length()) {
        return Err.of("invalid count, would overflow: " + text.length() + "*" + count);
      }
      frame.budget().text(text.length() * count);
      return Ops.alike(receiver, s -> repeated(s, (int) Math.min(count, MOST_BYTES)));
    };
  }

  private static Str repeated(Str s, int count) {
    byte[] all = new byte[s.length() * (s.length() == 0 ? 0 : count)];
    for (int i = 0; i < all.length; i += s.length()) {
      System.arraycopy(s.buffer(), s.offset(), all, i, s.length());
    }
    return Str.of(all);
  }

  private static Value reverse(Value receiver) {
    if (receiver instanceof Bin b) {
      byte[] reversed = new byte[b.bytes().length];
      for (int i = 0; i < reversed.length; i++) {
        reversed[reversed.length - 1 - i] = b.bytes()[i];
      }
      return Bin.of(reversed);
    }
    return Ops.alike(receiver, StringMethods::reversed);
  }

  private static Str reversed(Str s) {
    byte[] bytes = s.toBytes();
    List<Integer> runes = new ArrayList<>();
    for (int i = 0; i < bytes.length; ) {
      int decoded = Runes.decode(bytes, i, bytes.length);
      runes.add(decoded >> 3);
      i += decoded & 7;
    }
    Utf8Buffer out = new Utf8Buffer(bytes.length);
    for (int i = runes.size() - 1; i >= 0; i--) {
      out.putRune(runes.get(i));
    }
    return out.toStr();
  }
}

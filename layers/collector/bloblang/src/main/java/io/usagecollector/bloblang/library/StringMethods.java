package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.GoUnicode;
import io.usagecollector.bloblang.gotext.Quote;
import io.usagecollector.bloblang.gotext.Unquote;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Methods on text: of strings and, giving bytes, of bytes. */
final class StringMethods {
  private static final String STRINGS = "String Manipulation";

  /** The largest text that {@code repeat} makes. */
  private static final long MOST_BYTES = 64L << 20;

  private StringMethods() {}

  static List<MethodSpec> all() {
    return List.of(
        MethodSpec.of(
                "format",
                STRINGS,
                "The text with Go's formatting verbs filled in: %v any value, %s text, %d an integer, %.2f a float.")
            .variadic()
            .example(
                "root = \"%s is %d\".format(this.name, this.age.int64())",
                "{\"name\":\"Ada\",\"age\":36}", "Ada is 36")
            .op(Formatting::op),
        MethodSpec.of(
                "split_by",
                STRINGS,
                "The parts of an array, or of a text by its characters, between those for which a query is true.")
            .param(Param.query("predicate", "Whether to divide here."))
            .example("root = this.split_by(v -> v == 0)", "[1,0,2,3]", "[[1],[2,3]]")
            .op(args -> SplittingBy.op(args.query(0))),
        MethodSpec.of("filepath_join", STRINGS, "The parts of an array joined to a path.")
            .example(
                "root.path = this.filepath_join()",
                "[\"/foo/\",\"../bar.txt\"]",
                "{\"path\":\"/bar.txt\"}")
            .op(args -> (receiver, frame) -> FilePaths.join(receiver)),
        MethodSpec.of("filepath_split", STRINGS, "The folder and the name of a path.")
            .example(
                "root = this.path.filepath_split()",
                "{\"path\":\"/foo/bar.txt\"}",
                "[\"/foo/\",\"bar.txt\"]")
            .op(args -> Ops.ofAnyText(FilePaths::split)),
        MethodSpec.of("has_prefix", STRINGS, "Whether the text begins with another.")
            .param(Param.string("value", "The beginning."))
            .example("root = this.filter(v -> v.has_prefix(\"a\"))", "[\"ab\",\"ba\"]", "[\"ab\"]")
            .op(args -> test(args, Str::startsWith)),
        MethodSpec.of("has_suffix", STRINGS, "Whether the text ends with another.")
            .param(Param.string("value", "The end."))
            .example("root = this.file.has_suffix(\".txt\")", "{\"file\":\"a.txt\"}", "true")
            .op(args -> test(args, Str::endsWith)),
        MethodSpec.of(
                "index_of", STRINGS, "The first place of a text, in bytes; -1 if it is not there.")
            .param(Param.string("value", "What to look for."))
            .example("root.at = this.v.index_of(\"lo\")", "{\"v\":\"hello\"}", "{\"at\":3}")
            .op(args -> indexOf(args.string(0))),
        MethodSpec.of("join", STRINGS, "The strings of an array, one after the other.")
            .param(Param.string("delimiter", "What to put between them.").orAbsent())
            .example("root = this.join(\", \")", "[\"a\",\"b\"]", "a, b")
            .op(args -> join(args.has(0) ? args.string(0) : Str.EMPTY)),
        MethodSpec.of("lowercase", STRINGS, "The text in small letters.")
            .example("root.s = this.s.lowercase()", "{\"s\":\"ADA\"}", "{\"s\":\"ada\"}")
            .op(args -> Ops.alike(s -> cased(s, 'A', 'Z', 32, GoUnicode::toLower))),
        MethodSpec.of("uppercase", STRINGS, "The text in capital letters.")
            .example("root.s = this.s.uppercase()", "{\"s\":\"ada\"}", "{\"s\":\"ADA\"}")
            .op(args -> Ops.alike(s -> cased(s, 'a', 'z', -32, GoUnicode::toUpper))),
        MethodSpec.of("quote", STRINGS, "The text in double quotes, with Go's escapes.")
            .example("root.s = this.s.quote()", "{\"s\":\"a\\tb\"}", "{\"s\":\"\\\"a\\\\tb\\\"\"}")
            .op(args -> Ops.ofAnyText(s -> Str.of(Quote.quote(s.toString())))),
        MethodSpec.of(
                "unquote",
                STRINGS,
                "The text without its quotes, its escapes resolved by Go's rules.")
            .example(
                "root.s = this.s.unquote()", "{\"s\":\"\\\"a\\\\tb\\\"\"}", "{\"s\":\"a\\tb\"}")
            .op(args -> Ops.ofAnyText(StringMethods::unquote)),
        MethodSpec.of("repeat", STRINGS, "The text so many times.")
            .param(Param.integer("count", "How often."))
            .example("root.s = this.s.repeat(3)", "{\"s\":\"ab\"}", "{\"s\":\"ababab\"}")
            .op(StringMethods::repeat),
        replacing("replace")
            .deprecated("replace_all")
            .example(
                "root.s = this.s.replace(\"l\", \"L\")", "{\"s\":\"hello\"}", "{\"s\":\"heLLo\"}"),
        replacing("replace_all")
            .example(
                "root.s = this.s.replace_all(\"l\", \"L\")",
                "{\"s\":\"hello\"}",
                "{\"s\":\"heLLo\"}"),
        replacingMany("replace_many")
            .deprecated("replace_all_many")
            .example(
                "root.s = this.s.replace_many([\"<b>\", \"&lt;b&gt;\", \"<i>\", \"&lt;i&gt;\"])",
                "{\"s\":\"<i>x<b>\"}",
                "{\"s\":\"&lt;i&gt;x&lt;b&gt;\"}"),
        replacingMany("replace_all_many")
            .example(
                "root.s = this.s.replace_all_many([\"<b>\", \"&lt;b&gt;\", \"<i>\", \"&lt;i&gt;\"])",
                "{\"s\":\"<i>x<b>\"}",
                "{\"s\":\"&lt;i&gt;x&lt;b&gt;\"}"),
        MethodSpec.of("reverse", STRINGS, "The characters in reverse order; of bytes, the bytes.")
            .example("root.s = this.s.reverse()", "{\"s\":\"abc\"}", "{\"s\":\"cba\"}")
            .op(args -> (receiver, frame) -> reverse(receiver)),
        MethodSpec.of(
                "split",
                STRINGS,
                "The parts of a text between delimiters; of an array, the parts between equal elements.")
            .param(
                Param.any(
                    "delimiter",
                    "What divides the parts; an empty one divides between characters."))
            .param(Param.bool("empty_as_null", "Whether empty parts become null.").or(Bool.FALSE))
            .example("root = this.split(\",\")", "\"a,b\"", "[\"a\",\"b\"]")
            .op(args -> Splitting.op(args.value(0), args.bool(1))),
        MethodSpec.of(
                "trim",
                STRINGS,
                "The text without blanks, or without characters of a set, at both ends.")
            .param(Param.string("cutset", "The characters to take away.").orAbsent())
            .example(
                "root = [this.s.trim(), this.s.trim(\" h\")]",
                "{\"s\":\" hello \"}",
                "[\"hello\",\"ello\"]")
            .op(args -> Ops.alike(args.has(0) ? Trimming.of(args.string(0)) : Trimming::blanks)),
        MethodSpec.of("trim_prefix", STRINGS, "The text without a beginning, if it has it.")
            .param(Param.string("prefix", "The beginning."))
            .example("root.s = this.s.trim_prefix(\"he\")", "{\"s\":\"hello\"}", "{\"s\":\"llo\"}")
            .op(args -> trimPrefix(args.string(0))),
        MethodSpec.of("trim_suffix", STRINGS, "The text without an end, if it has it.")
            .param(Param.string("suffix", "The end."))
            .example("root.s = this.s.trim_suffix(\"lo\")", "{\"s\":\"hello\"}", "{\"s\":\"hel\"}")
            .op(args -> trimSuffix(args.string(0))));
  }

  private interface Test {
    boolean test(Str text, Str argument);
  }

  private static Op test(Args args, Test test) {
    Str argument = args.string(0);
    return Ops.ofText(s -> Bool.of(test.test(s, argument)));
  }

  private static Op indexOf(Str part) {
    return Ops.ofText(s -> IntNum.of(s.indexOf(part, 0)));
  }

  private static Op trimPrefix(Str prefix) {
    return Ops.alike(s -> s.startsWith(prefix) ? s.slice(prefix.length(), s.length()) : s);
  }

  private static Op trimSuffix(Str suffix) {
    return Ops.alike(s -> s.endsWith(suffix) ? s.slice(0, s.length() - suffix.length()) : s);
  }

  private static Op join(Str delimiter) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      Utf8Buffer out = new Utf8Buffer(64);
      for (int i = 0; i < array.size(); i++) {
        Str text = Ops.text(array.get(i));
        if (text == null) {
          return Err.type(array.get(i), Kind.STRING).wrap("failed to join element " + i);
        }
        if (i > 0) {
          out.put(delimiter);
        }
        out.put(text);
      }
      return out.toStr();
    };
  }

  private static Str cased(
      Str s, char low, char high, int shift, UnaryOperator<String> beyondAscii) {
    if (!s.isAscii()) {
      return Str.of(beyondAscii.apply(s.toString()));
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

  private static MethodSpec replacing(String name) {
    return MethodSpec.of(
            name, STRINGS, "The text with every occurrence of one text replaced by another.")
        .param(Param.string("old", "What to replace."))
        .param(Param.string("new", "What to put there."))
        .op(args -> {
          Str old = args.string(0);
          Str replacement = args.string(1);
          return Ops.alike(s -> Replacing.all(s, old, replacement));
        });
  }

  private static MethodSpec replacingMany(String name) {
    return MethodSpec.of(name, STRINGS, "The text with one replacement after the other made in it.")
        .param(Param.array("values", "Pairs: what to replace, what to put there, and so on."))
        .op(Replacing::many);
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
      int decoded = Utf8.decode(bytes, i, bytes.length);
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

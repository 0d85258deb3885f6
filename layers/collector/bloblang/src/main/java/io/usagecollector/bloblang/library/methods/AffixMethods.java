package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.StringMethods.STRINGS;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.Trimming;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import java.util.List;

/** Methods on what a text begins with, holds, and ends with. */
public final class AffixMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of("has_prefix", "has_suffix", "index_of", "trim", "trim_prefix", "trim_suffix");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "has_prefix" ->
          MethodSpec.of(name, STRINGS, "Whether the text begins with another.")
              .param(Param.string("value", "The beginning."))
              .example(
                  "root = this.filter(v -> v.has_prefix(\"a\"))", "[\"ab\",\"ba\"]", "[\"ab\"]")
              .op(args -> test(args, Str::startsWith));
      case "has_suffix" ->
          MethodSpec.of(name, STRINGS, "Whether the text ends with another.")
              .param(Param.string("value", "The end."))
              .example("root = this.file.has_suffix(\".txt\")", "{\"file\":\"a.txt\"}", "true")
              .op(args -> test(args, Str::endsWith));
      case "index_of" ->
          MethodSpec.of(
                  name, STRINGS, "The first place of a text, in bytes; -1 if it is not there.")
              .param(Param.string("value", "What to look for."))
              .example("root.at = this.v.index_of(\"lo\")", "{\"v\":\"hello\"}", "{\"at\":3}")
              .op(args -> indexOf(args.string(0)));
      case "trim" ->
          MethodSpec.of(
                  name,
                  STRINGS,
                  "The text without blanks, or without characters of a set, at both ends.")
              .param(Param.string("cutset", "The characters to take away.").orAbsent())
              .example(
                  "root = [this.s.trim(), this.s.trim(\" h\")]",
                  "{\"s\":\" hello \"}",
                  "[\"hello\",\"ello\"]")
              .op(args -> Ops.alike(args.has(0) ? Trimming.of(args.string(0)) : Trimming::blanks));
      case "trim_prefix" ->
          MethodSpec.of(name, STRINGS, "The text without a beginning, if it has it.")
              .param(Param.string("prefix", "The beginning."))
              .example(
                  "root.s = this.s.trim_prefix(\"he\")", "{\"s\":\"hello\"}", "{\"s\":\"llo\"}")
              .op(args -> trimPrefix(args.string(0)));
      case "trim_suffix" ->
          MethodSpec.of(name, STRINGS, "The text without an end, if it has it.")
              .param(Param.string("suffix", "The end."))
              .example(
                  "root.s = this.s.trim_suffix(\"lo\")", "{\"s\":\"hello\"}", "{\"s\":\"hel\"}")
              .op(args -> trimSuffix(args.string(0)));
      default -> throw Table.noRow(name);
    };
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
}

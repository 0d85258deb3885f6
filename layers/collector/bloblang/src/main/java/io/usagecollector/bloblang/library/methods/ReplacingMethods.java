package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.StringMethods.STRINGS;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.Replacing;
import io.usagecollector.bloblang.value.Str;
import java.util.List;

/** Methods that put one text in the place of another. */
public final class ReplacingMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of("replace", "replace_all", "replace_many", "replace_all_many");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "replace" ->
          replacing(name)
              .deprecated("replace_all")
              .example(
                  "root.s = this.s.replace(\"l\", \"L\")",
                  "{\"s\":\"hello\"}",
                  "{\"s\":\"heLLo\"}");
      case "replace_all" ->
          replacing(name)
              .example(
                  "root.s = this.s.replace_all(\"l\", \"L\")",
                  "{\"s\":\"hello\"}",
                  "{\"s\":\"heLLo\"}");
      case "replace_many" ->
          replacingMany(name)
              .deprecated("replace_all_many")
              .example(
                  "root.s = this.s.replace_many([\"<b>\", \"&lt;b&gt;\", \"<i>\", \"&lt;i&gt;\"])",
                  "{\"s\":\"<i>x<b>\"}",
                  "{\"s\":\"&lt;i&gt;x&lt;b&gt;\"}");
      case "replace_all_many" ->
          replacingMany(name)
              .example(
                  "root.s = this.s.replace_all_many([\"<b>\", \"&lt;b&gt;\", \"<i>\", \"&lt;i&gt;\"])",
                  "{\"s\":\"<i>x<b>\"}",
                  "{\"s\":\"&lt;i&gt;x&lt;b&gt;\"}");
      default -> throw Table.noRow(name);
    };
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
}

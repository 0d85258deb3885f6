package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.StringMethods.STRINGS;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.text.FilePaths;
import io.usagecollector.bloblang.library.body.text.Splitting;
import io.usagecollector.bloblang.library.body.text.SplittingBy;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.util.List;

/** Methods that take a text apart, and those that put one together. */
public final class DividingMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of("split", "split_by", "join", "filepath_join", "filepath_split");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "split" ->
          MethodSpec.of(
                  name,
                  STRINGS,
                  "The parts of a text between delimiters; of an array, the parts between equal elements.")
              .param(
                  Param.any(
                      "delimiter",
                      "What divides the parts; an empty one divides between characters."))
              .param(Param.bool("empty_as_null", "Whether empty parts become null.").or(Bool.FALSE))
              .example("root = this.split(\",\")", "\"a,b\"", "[\"a\",\"b\"]")
              .op(args -> Splitting.op(args.value(0), args.bool(1)));
      case "split_by" ->
          MethodSpec.of(
                  name,
                  STRINGS,
                  "The parts of an array, or of a text by its characters, between those for which a query is true.")
              .param(Param.query("predicate", "Whether to divide here."))
              .example("root = this.split_by(v -> v == 0)", "[1,0,2,3]", "[[1],[2,3]]")
              .op(args -> SplittingBy.op(args.query(0)));
      case "join" ->
          MethodSpec.of(name, STRINGS, "The strings of an array, one after the other.")
              .param(Param.string("delimiter", "What to put between them.").orAbsent())
              .example("root = this.join(\", \")", "[\"a\",\"b\"]", "a, b")
              .op(args -> join(args.has(0) ? args.string(0) : Str.EMPTY));
      case "filepath_join" ->
          MethodSpec.of(name, STRINGS, "The parts of an array joined to a path.")
              .example(
                  "root.path = this.filepath_join()",
                  "[\"/foo/\",\"../bar.txt\"]",
                  "{\"path\":\"/bar.txt\"}")
              .op(args -> (receiver, frame) -> FilePaths.join(receiver));
      case "filepath_split" ->
          MethodSpec.of(name, STRINGS, "The folder and the name of a path.")
              .example(
                  "root = this.path.filepath_split()",
                  "{\"path\":\"/foo/bar.txt\"}",
                  "[\"/foo/\",\"bar.txt\"]")
              .op(args -> Ops.ofAnyText(FilePaths::split));
      default -> throw Table.noRow(name);
    };
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
}

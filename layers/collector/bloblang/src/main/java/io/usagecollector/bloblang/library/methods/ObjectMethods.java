package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.SequenceMethods.STRUCTURED;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.collection.Collapsing;
import io.usagecollector.bloblang.library.body.collection.Exploding;
import io.usagecollector.bloblang.library.body.collection.Merging;
import io.usagecollector.bloblang.library.body.collection.Picking;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Methods on objects, and those that arrays share with them. */
public final class ObjectMethods implements Table<MethodSpec> {
  private static final Str KEY = Str.of("key");
  private static final Str VALUE = Str.of("value");

  @Override
  public List<String> names() {
    return List.of(
        "assign",
        "merge",
        "squash",
        "collapse",
        "exists",
        "explode",
        "keys",
        "key_values",
        "values",
        "with",
        "without",
        "zip");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "assign" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The object with the members of another over its own, deeply; of arrays, both together.")
              .param(Param.any("with", "What to put over it."))
              .example("root = this.assign({\"b\":2})", "{\"a\":1,\"b\":1}", "{\"a\":1,\"b\":2}")
              .op(args -> Merging.op(args.value(0), false));
      case "merge" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The object with the members of another added, deeply; where both have one, an array of both.")
              .param(Param.any("with", "What to add to it."))
              .example("root = this.merge({\"b\":2})", "{\"a\":1,\"b\":1}", "{\"a\":1,\"b\":[1,2]}")
              .op(args -> Merging.op(args.value(0), true));
      case "squash" ->
          MethodSpec.of(name, STRUCTURED, "The objects of an array merged into one.")
              .plugin()
              .example("root = this.squash()", "[{\"a\":1},{\"b\":2}]", "{\"a\":1,\"b\":2}")
              .op(args -> Ops.ofArray((array, frame) -> Merging.squash(array, frame.budget())));
      case "collapse" ->
          MethodSpec.of(name, STRUCTURED, "A flat object with the dotted path of every value.")
              .param(
                  Param.bool("include_empty", "Whether empty objects and arrays count as values.")
                      .or(Bool.FALSE))
              .example(
                  "root = this.collapse()",
                  "{\"a\":{\"b\":1,\"c\":[2,3]}}",
                  "{\"a.b\":1,\"a.c.0\":2,\"a.c.1\":3}")
              .op(args ->
                  (receiver, frame) -> Collapsing.of(receiver, args.bool(0), frame.budget()));
      case "exists" ->
          MethodSpec.of(name, STRUCTURED, "Whether something is at a dotted path, be it null.")
              .param(Param.string("path", "The path."))
              .example(
                  "root = [this.exists(\"a.b\"), this.exists(\"a.c\")]",
                  "{\"a\":{\"b\":null}}",
                  "[true,false]")
              .op(args -> exists(Path.dotted(args.text(0))));
      case "explode" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "A copy of the object for every element or member at a path, with it in place of all.")
              .param(Param.string("path", "The path of an array or object."))
              .example(
                  "root = this.explode(\"tags\")",
                  "{\"id\":1,\"tags\":[\"a\",\"b\"]}",
                  "[{\"id\":1,\"tags\":\"a\"},{\"id\":1,\"tags\":\"b\"}]")
              .op(args -> Exploding.op(args.text(0)));
      case "keys" ->
          MethodSpec.of(name, STRUCTURED, "The keys, sorted.")
              .example("root = this.keys()", "{\"b\":1,\"a\":2}", "[\"a\",\"b\"]")
              .op(args -> ofObject(ObjectMethods::keys));
      case "key_values" ->
          MethodSpec.of(name, STRUCTURED, "An object with `key` and `value` for every member.")
              .example("root = this.key_values()", "{\"a\":1}", "[{\"key\":\"a\",\"value\":1}]")
              .op(args -> ofObject(ObjectMethods::keyValues));
      case "values" ->
          MethodSpec.of(name, STRUCTURED, "The values.")
              .example("root = this.values()", "{\"a\":1,\"b\":[2]}", "[1,[2]]")
              .op(args -> ofObject(ObjectMethods::values));
      case "with" ->
          MethodSpec.of(name, STRUCTURED, "The object with the members at some dotted paths only.")
              .variadic()
              .plugin()
              .example(
                  "root = this.with(\"a.b\")",
                  "{\"a\":{\"b\":1,\"c\":2},\"d\":3}",
                  "{\"a\":{\"b\":1}}")
              .op(args -> picking(args, true));
      case "without" ->
          MethodSpec.of(name, STRUCTURED, "The object without the members at some dotted paths.")
              .variadic()
              .example(
                  "root = this.without(\"a.b\")",
                  "{\"a\":{\"b\":1,\"c\":2},\"d\":3}",
                  "{\"a\":{\"c\":2},\"d\":3}")
              .op(args -> picking(args, false));
      case "zip" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The elements at the same place of this array and others, together.")
              .variadic()
              .plugin()
              .example("root = this.a.zip(this.b)", "{\"a\":[1,2],\"b\":[3,4]}", "[[1,3],[2,4]]")
              .op(ObjectMethods::zip);
      default -> throw Table.noRow(name);
    };
  }

  private static Op ofObject(Function<Obj, Value> body) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Obj object)) {
        return Err.type(receiver, Kind.OBJECT);
      }
      Value result = body.apply(object);
      frame.budget().madeContainer(result);
      return result;
    };
  }

  private static Op exists(Path path) {
    return (receiver, frame) -> Bool.of(path.find(receiver, frame.budget()) != null);
  }

  private static Value keys(Obj object) {
    List<Str> keys = object.keys();
    keys.sort(null);
    return Arr.of(keys);
  }

  private static Value keyValues(Obj object) {
    ListArr pairs = ListArr.withCapacity(8);
    object.forEach((key, value) -> pairs.add(new MapObj(null, 2).put(KEY, key).put(VALUE, value)));
    return pairs;
  }

  static ListArr values(Obj object) {
    ListArr values = ListArr.withCapacity(8);
    object.forEach((key, value) -> values.add(value));
    return values;
  }

  private static Op picking(Args args, boolean with) throws ArgumentException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      Value path = args.value(i);
      if (!Texts.isText(path)) {
        throw new ArgumentException(Err.type(path, Kind.STRING).wrap("argument " + i));
      }
      paths.add(Path.dotted(Texts.of(path).toString()));
    }
    return (receiver, frame) ->
        receiver instanceof Obj object
            ? Picking.of(object.entries(), paths, 0, with, frame.budget())
            : Err.type(receiver, Kind.OBJECT);
  }

  private static Op zip(Args args) throws ArgumentException {
    for (int i = 0; i < args.size(); i++) {
      if (!(args.value(i) instanceof Arr array)) {
        throw new ArgumentException(Err.type(args.value(i), Kind.ARRAY));
      }
      if (array.size() != args.array(0).size()) {
        throw new ArgumentException("can't zip different length array values");
      }
    }
    return Ops.ofArray((array, frame) -> zipped(array, args, frame));
  }

  private static Value zipped(Arr array, Args args, Frame frame) {
    if (args.size() == 0) {
      return Err.of("zip requires at least one argument");
    }
    if (array.size() != args.array(0).size()) {
      return Err.of("can't zip different length array values");
    }
    ListArr rows = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      ListArr row = ListArr.withCapacity(args.size() + 1).add(array.get(i));
      for (int j = 0; j < args.size(); j++) {
        row.add(args.array(j).get(i));
      }
      frame.budget().elements(args.size() + 1);
      rows.add(row);
    }
    return rows;
  }
}

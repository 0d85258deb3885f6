package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.library.body.collection.Slices;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Methods that look into arrays and evaluate no query, most of them into strings and objects too.
 */
public final class SequenceMethods implements Table<MethodSpec> {
  static final String STRUCTURED = "Object & Array Manipulation";

  @Override
  public List<String> names() {
    return List.of("contains", "find", "find_all", "index", "length", "slice");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "contains" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "Whether a text is in a string, or an equal value among the elements of an array or the values of an object.")
              .param(Param.any("value", "What to look for."))
              .example(
                  "root.has = this.tags.contains(\"new\")",
                  "{\"tags\":[\"old\",\"new\"]}",
                  "{\"has\":true}")
              .op(args -> contains(args.value(0)));
      case "find" ->
          MethodSpec.of(
                  name, STRUCTURED, "The index of the first equal element, -1 if there is none.")
              .param(Param.any("value", "What to look for."))
              .example("root.at = this.find(\"b\")", "[\"a\",\"b\",\"b\"]", "{\"at\":1}")
              .op(args -> Ops.ofArray((array, frame) -> find(array, args.value(0), frame)));
      case "find_all" ->
          MethodSpec.of(name, STRUCTURED, "The indexes of all equal elements.")
              .param(Param.any("value", "What to look for."))
              .example("root.at = this.find_all(\"b\")", "[\"a\",\"b\",\"b\"]", "{\"at\":[1,2]}")
              .op(args -> Ops.ofArray((array, frame) -> findAll(array, args.value(0), frame)));
      case "index" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The element at an index; a negative one counts from the end. Of bytes, the byte as a number.")
              .param(Param.integer("index", "The index, from 0."))
              .example("root = this.index(-1)", "[1,2,3]", "3")
              .op(args -> index(args.integer(0)));
      case "length" ->
          MethodSpec.of(name, STRUCTURED, "How many elements, keys, or bytes.")
              .example(
                  "root = [this.s.length(), this.a.length()]",
                  "{\"s\":\"é\",\"a\":[1,2,3]}",
                  "[2,3]")
              .op(args -> (receiver, frame) -> length(receiver));
      case "slice" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "A part of an array, or of a string in bytes; negative bounds count from the end.")
              .param(Param.integer("low", "Where it begins."))
              .param(Param.integer("high", "Before where it ends.").orAbsent())
              .example(
                  "root = [this.s.slice(1, 3), this.s.slice(-2)]",
                  "{\"s\":\"hello\"}",
                  "[\"el\",\"lo\"]")
              .op(Slices::op);
      default -> throw Table.noRow(name);
    };
  }

  private static Op contains(Value needle) {
    Str known = needle instanceof Arr || needle instanceof Obj ? null : Texts.of(needle);
    return (receiver, frame) ->
        switch (receiver) {
          case Str s -> isIn(s, known, needle, frame);
          case Bin b -> isIn(b.asStr(), known, needle, frame);
          case Arr a -> Bool.of(at(a, needle, frame) >= 0);
          case Obj o -> Bool.of(at(ObjectMethods.values(o), needle, frame) >= 0);
          default -> Err.type(receiver, Kind.STRING, Kind.ARRAY, Kind.OBJECT);
        };
  }

  private static Value isIn(Str text, @Nullable Str known, Value needle, Frame frame) {
    frame.budget().read(text);
    Str part = known == null ? Texts.of(needle) : known;
    frame.budget().made(part);
    return Bool.of(text.indexOf(part, 0) >= 0);
  }

  private static int at(Arr array, Value value, Frame frame) {
    frame.budget().step(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (Compare.equal(value, array.get(i), frame.budget())) {
        return i;
      }
    }
    return -1;
  }

  private static Value find(Arr array, Value value, Frame frame) {
    return IntNum.position(at(array, value, frame));
  }

  private static Value findAll(Arr array, Value value, Frame frame) {
    frame.budget().scan(array.size());
    ListArr hits = ListArr.withCapacity(4);
    for (int i = 0; i < array.size(); i++) {
      if (Compare.equal(value, array.get(i), frame.budget())) {
        hits.add(IntNum.position(i));
      }
    }
    return hits;
  }

  private static Op index(long index) {
    return (receiver, frame) -> {
      int size =
          receiver instanceof Arr a ? a.size() : receiver instanceof Bin b ? b.bytes().length : -1;
      if (size < 0) {
        return Err.type(receiver, Kind.ARRAY);
      }
      long at = index < 0 ? size + index : index;
      if (at < 0 || at >= size) {
        return Err.of("index '" + at + "' was out of bounds for array size: " + size);
      }
      return receiver instanceof Arr a
          ? a.get((int) at)
          : IntNum.of(((Bin) receiver).bytes()[(int) at] & 0xFF);
    };
  }

  private static Value length(Value receiver) {
    return switch (receiver) {
      case Str s -> IntNum.of(s.length());
      case Bin b -> IntNum.of(b.bytes().length);
      case Arr a -> IntNum.of(a.size());
      case Obj o -> IntNum.of(o.size());
      default -> Err.type(receiver, Kind.STRING, Kind.ARRAY, Kind.OBJECT);
    };
  }
}

package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Compare;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Numbers;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.Texts;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Methods on arrays that evaluate no query, and those that strings share with them. */
final class SequenceMethods {
  static final String STRUCTURED = "Object & Array Manipulation";

  private static final Str INDEX = Str.of("index");
  private static final Str VALUE = Str.of("value");

  private SequenceMethods() {}

  static List<MethodSpec> all() {
    return List.of(
        MethodSpec.of("append", STRUCTURED, "The array with more elements at its end.")
            .variadic()
            .example("root = this.append(3, \"x\")", "[1]", "[1,3,\"x\"]")
            .op(args -> ofArray(array -> appended(array, args))),
        MethodSpec.of(
                "concat", STRUCTURED, "The array with the elements of other arrays at its end.")
            .variadic()
            .plugin()
            .example(
                "root.all = this.a.concat(this.b, [9])",
                "{\"a\":[1],\"b\":[2,3]}",
                "{\"all\":[1,2,3,9]}")
            .op(SequenceMethods::concat),
        MethodSpec.of(
                "contains",
                STRUCTURED,
                "Whether a text is in a string, or an equal value among the elements of an array or the values of an object.")
            .param(Param.any("value", "What to look for."))
            .example(
                "root.has = this.tags.contains(\"new\")",
                "{\"tags\":[\"old\",\"new\"]}",
                "{\"has\":true}")
            .op(args -> contains(args.value(0))),
        MethodSpec.of(
                "enumerated", STRUCTURED, "An object with `index` and `value` for every element.")
            .example(
                "root = this.enumerated()",
                "[\"a\",\"b\"]",
                "[{\"index\":0,\"value\":\"a\"},{\"index\":1,\"value\":\"b\"}]")
            .op(args -> ofArray(SequenceMethods::enumerated)),
        MethodSpec.of(
                "find", STRUCTURED, "The index of the first equal element, -1 if there is none.")
            .param(Param.any("value", "What to look for."))
            .example("root.at = this.find(\"b\")", "[\"a\",\"b\",\"b\"]", "{\"at\":1}")
            .op(args -> ofArray((array, frame) -> find(array, args.value(0), frame))),
        MethodSpec.of("find_all", STRUCTURED, "The indexes of all equal elements.")
            .param(Param.any("value", "What to look for."))
            .example("root.at = this.find_all(\"b\")", "[\"a\",\"b\",\"b\"]", "{\"at\":[1,2]}")
            .op(args -> ofArray((array, frame) -> findAll(array, args.value(0), frame))),
        MethodSpec.of(
                "flatten",
                STRUCTURED,
                "The array with the elements of its arrays in their place, one level deep.")
            .example("root = this.flatten()", "[1,[2,[3]]]", "[1,2,[3]]")
            .op(args -> ofArray(SequenceMethods::flatten)),
        MethodSpec.of(
                "index",
                STRUCTURED,
                "The element at an index; a negative one counts from the end. Of bytes, the byte as a number.")
            .param(Param.integer("index", "The index, from 0."))
            .example("root = this.index(-1)", "[1,2,3]", "3")
            .op(args -> index(args.integer(0))),
        MethodSpec.of("length", STRUCTURED, "How many elements, keys, or bytes.")
            .example(
                "root = [this.s.length(), this.a.length()]", "{\"s\":\"é\",\"a\":[1,2,3]}", "[2,3]")
            .op(args -> (receiver, frame) -> length(receiver)),
        MethodSpec.of(
                "slice",
                STRUCTURED,
                "A part of an array, or of a string in bytes; negative bounds count from the end.")
            .param(Param.integer("low", "Where it begins."))
            .param(Param.integer("high", "Before where it ends.").orAbsent())
            .example(
                "root = [this.s.slice(1, 3), this.s.slice(-2)]",
                "{\"s\":\"hello\"}",
                "[\"el\",\"lo\"]")
            .op(Slices::op),
        MethodSpec.of("sum", STRUCTURED, "The sum of an array of numbers, as a float.")
            .namingReceiver()
            .example("root = this.sum()", "[1,2,3.5]", "6.5")
            .op(args -> (receiver, frame) -> sum(receiver)));
  }

  static Op ofArray(Function<Arr, Value> body) {
    return ofArray((array, frame) -> body.apply(array));
  }

  static Op ofArray(BiFunction<Arr, Frame, Value> body) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      frame.budget().scan(array.size());
      Value result = body.apply(array, frame);
      frame.budget().madeContainer(result);
      return result;
    };
  }

  private static Value appended(Arr array, Args args) {
    ListArr longer = array.elements().copy(null);
    args.all().forEach(longer::add);
    return longer;
  }

  private static Op concat(Args args) throws ArgumentException {
    for (Value value : args.all()) {
      if (!(value instanceof Arr)) {
        throw new ArgumentException(Err.type(value, Kind.ARRAY));
      }
    }
    return ofArray(array -> {
      ListArr longer = array.elements().copy(null);
      for (Value value : args.all()) {
        Arr more = (Arr) value;
        for (int i = 0; i < more.size(); i++) {
          longer.add(more.get(i));
        }
      }
      return longer;
    });
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

  private static Value enumerated(Arr array, Frame frame) {
    ListArr pairs = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      frame.budget().elements(4);
      pairs.add(new MapObj(null, 2).put(INDEX, IntNum.of(i)).put(VALUE, array.get(i)));
    }
    return pairs;
  }

  private static Value find(Arr array, Value value, Frame frame) {
    return IntNum.of(at(array, value, frame));
  }

  private static Value findAll(Arr array, Value value, Frame frame) {
    frame.budget().scan(array.size());
    ListArr hits = ListArr.withCapacity(4);
    for (int i = 0; i < array.size(); i++) {
      if (Compare.equal(value, array.get(i), frame.budget())) {
        hits.add(IntNum.of(i));
      }
    }
    return hits;
  }

  private static Value flatten(Arr array) {
    ListArr flat = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof Arr inner) {
        for (int j = 0; j < inner.size(); j++) {
          flat.add(inner.get(j));
        }
      } else {
        flat.add(array.get(i));
      }
    }
    return flat;
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

  private static Value sum(Value receiver) {
    if (receiver instanceof Num n) {
      return n;
    }
    if (!(receiver instanceof Arr array)) {
      return Err.type(receiver, Kind.ARRAY);
    }
    double total = 0;
    Value failure = null;
    for (int i = 0; i < array.size(); i++) {
      Value summand = summand(array.get(i));
      if (summand instanceof Num n) {
        total += Numbers.toDouble(n);
      } else {
        failure = ((Err) summand).wrap("index " + i);
      }
    }
    return failure == null ? FloatNum.of(total) : failure;
  }

  private static Value summand(Value value) {
    if (!(value instanceof Num n)) {
      return Err.type(value, Kind.NUMBER);
    }
    return Numbers.isBeyondFloat(n)
        ? Err.of(
            "strconv.ParseFloat: parsing \"" + n + "\": value out of range",
            "strconv.ParseFloat: value out of range")
        : n;
  }
}

package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.SequenceMethods.STRUCTURED;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** Methods on the elements of an array, which evaluate no query. */
public final class ArrayMethods implements Table<MethodSpec> {
  private static final Str INDEX = Str.of("index");
  private static final Str VALUE = Str.of("value");

  @Override
  public List<String> names() {
    return List.of("append", "concat", "enumerated", "flatten", "sum");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "append" ->
          MethodSpec.of(name, STRUCTURED, "The array with more elements at its end.")
              .variadic()
              .example("root = this.append(3, \"x\")", "[1]", "[1,3,\"x\"]")
              .op(args -> Ops.ofArray(array -> appended(array, args)));
      case "concat" ->
          MethodSpec.of(name, STRUCTURED, "The array with the elements of other arrays at its end.")
              .variadic()
              .plugin()
              .example(
                  "root.all = this.a.concat(this.b, [9])",
                  "{\"a\":[1],\"b\":[2,3]}",
                  "{\"all\":[1,2,3,9]}")
              .op(ArrayMethods::concat);
      case "enumerated" ->
          MethodSpec.of(name, STRUCTURED, "An object with `index` and `value` for every element.")
              .example(
                  "root = this.enumerated()",
                  "[\"a\",\"b\"]",
                  "[{\"index\":0,\"value\":\"a\"},{\"index\":1,\"value\":\"b\"}]")
              .op(args -> Ops.ofArray(ArrayMethods::enumerated));
      case "flatten" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The array with the elements of its arrays in their place, one level deep.")
              .example("root = this.flatten()", "[1,[2,[3]]]", "[1,2,[3]]")
              .op(args -> Ops.ofArray(ArrayMethods::flatten));
      case "sum" ->
          MethodSpec.of(name, STRUCTURED, "The sum of an array of numbers, as a float.")
              .namingReceiver()
              .example("root = this.sum()", "[1,2,3.5]", "6.5")
              .op(args -> (receiver, frame) -> sum(receiver));
      default -> throw Table.noRow(name);
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
    return Ops.ofArray((array, frame) -> {
      ListArr longer = array.elements().copy(null);
      for (Value value : args.all()) {
        Arr more = (Arr) value;
        frame.budget().elements(more.size());
        for (int i = 0; i < more.size(); i++) {
          longer.add(more.get(i));
        }
      }
      return longer;
    });
  }

  private static Value enumerated(Arr array, Frame frame) {
    ListArr pairs = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      frame.budget().elements(4);
      pairs.add(new MapObj(null, 2).put(INDEX, IntNum.of(i)).put(VALUE, array.get(i)));
    }
    return pairs;
  }

  private static Value flatten(Arr array, Frame frame) {
    ListArr flat = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof Arr inner) {
        frame.budget().elements(inner.size());
        for (int j = 0; j < inner.size(); j++) {
          flat.add(inner.get(j));
        }
      } else {
        flat.add(array.get(i));
      }
    }
    return flat;
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

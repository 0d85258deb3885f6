package io.usagecollector.bloblang.library;

import static io.usagecollector.bloblang.library.SequenceMethods.STRUCTURED;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Numbers;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.PairObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods that evaluate a query for every element. */
final class IterationMethods {
  private static final Str KEY = Str.of("key");
  private static final Str VALUE = Str.of("value");
  private static final Str TALLY = Str.of("tally");

  private IterationMethods() {}

  static List<MethodSpec> all() {
    return List.of(
        MethodSpec.of(
                "all",
                STRUCTURED,
                "Whether a test is true for every element; false for an empty array.")
            .param(Param.query("test", "Must give a bool for each element."))
            .example(
                "root.paid = this.items.all(i -> i.paid)",
                "{\"items\":[{\"paid\":true},{\"paid\":false}]}",
                "{\"paid\":false}")
            .op(args -> quantified(args.query(0), false)),
        MethodSpec.of("any", STRUCTURED, "Whether a test is true for some element.")
            .param(Param.query("test", "Must give a bool for each element."))
            .example(
                "root.paid = this.items.any(i -> i.paid)",
                "{\"items\":[{\"paid\":true},{\"paid\":false}]}",
                "{\"paid\":true}")
            .op(args -> quantified(args.query(0), true)),
        MethodSpec.of(
                "filter",
                STRUCTURED,
                "The elements, or the members (`key`, `value`) of an object, for which a test is true.")
            .param(Param.query("test", "Keeps what it gives true for."))
            .example("root = this.filter(v -> v > 1)", "[1,2,3]", "[2,3]")
            .op(args -> filter(args.query(0))),
        MethodSpec.of(
                "find_by",
                STRUCTURED,
                "The index of the first element for which a query is true, -1 if there is none.")
            .param(Param.query("query", "Must give a bool for each element."))
            .example("root.at = this.find_by(v -> v > 1)", "[1,2,3]", "{\"at\":1}")
            .op(args -> findBy(args.query(0), false)),
        MethodSpec.of(
                "find_all_by", STRUCTURED, "The indexes of all elements for which a query is true.")
            .param(Param.query("query", "Must give a bool for each element."))
            .example("root.at = this.find_all_by(v -> v > 1)", "[1,2,3]", "{\"at\":[1,2]}")
            .op(args -> findBy(args.query(0), true)),
        MethodSpec.of(
                "fold",
                STRUCTURED,
                "Goes through an array with a tally: the query sees `tally` and `value` and gives the next tally.")
            .param(Param.any("initial", "The first tally."))
            .param(Param.query("query", "Gives the next tally."))
            .example("root = this.fold(0, item -> item.tally + item.value)", "[1,2,3]", "6")
            .op(args -> fold(args.value(0), args.query(1))),
        MethodSpec.of(
                "map_each",
                STRUCTURED,
                "What a query makes of every element, or of every member (`key`, `value`) of an object. deleted() drops it, nothing keeps it.")
            .param(Param.query("query", "Gives the new value."))
            .example("root = this.map_each(v -> v * 2)", "[1,2]", "[2,4]")
            .op(args -> mapEach(args.query(0))),
        MethodSpec.of(
                "map_each_key", STRUCTURED, "The object with what a query makes of every key.")
            .param(Param.query("query", "Gives the new key."))
            .example("root = this.map_each_key(k -> k.uppercase())", "{\"a\":1}", "{\"A\":1}")
            .op(args -> mapEachKey(args.query(0))),
        MethodSpec.of(
                "sort",
                STRUCTURED,
                "The elements in ascending order: numbers or strings of one kind, or by a comparison of `left` and `right`.")
            .namingReceiver()
            .param(Param.query("compare", "Whether left comes before right.").orAbsent())
            .example("root = this.sort()", "[\"b\",\"a\"]", "[\"a\",\"b\"]")
            .op(args -> Sorting.natural(args.has(0) ? args.query(0) : null)),
        MethodSpec.of(
                "sort_by",
                STRUCTURED,
                "The elements in ascending order of what a query makes of them.")
            .namingReceiver()
            .param(Param.query("query", "Gives a number or a string."))
            .example(
                "root = this.sort_by(v -> v.n)", "[{\"n\":2},{\"n\":1}]", "[{\"n\":1},{\"n\":2}]")
            .op(args -> Sorting.by(args.query(0))),
        MethodSpec.of(
                "unique",
                STRUCTURED,
                "The elements without repetitions, strings and numbers alike but never equal to each other.")
            .param(Param.query("emit", "What to compare of each element.").orAbsent())
            .example("root = this.unique()", "[\"a\",\"b\",\"a\"]", "[\"a\",\"b\"]")
            .op(args -> unique(args.has(0) ? args.query(0) : null)));
  }

  private static Op quantified(Node test, boolean any) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      for (int i = 0; i < array.size(); i++) {
        Value result = frame.with(array.get(i), test);
        if (!(result instanceof Bool b)) {
          return Err.type(result, Kind.BOOL).wrap("element " + i);
        }
        if (b.value() == any) {
          return b;
        }
      }
      return Bool.of(!any && array.size() > 0);
    };
  }

  private static Value member(Str key, Value value) {
    return new PairObj(KEY, key, VALUE, value);
  }

  private static Op filter(Node test) {
    return (receiver, frame) ->
        switch (receiver) {
          case Arr array -> filterArray(array.elements(), test, frame);
          case Obj object -> filterObject(object.entries(), test, frame);
          default -> Err.type(receiver, Kind.ARRAY, Kind.OBJECT);
        };
  }

  private static Value filterArray(ListArr array, Node test, Frame frame) {
    frame.budget().elements(array.size());
    ListArr kept = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      Value element = array.get(i);
      Value result = frame.with(element, test);
      if (result.isErr()) {
        return result;
      }
      if (result == Bool.TRUE) {
        kept.add(element);
      }
    }
    return kept;
  }

  private static Value filterObject(MapObj object, Node test, Frame frame) {
    frame.budget().elements(object.size());
    MapObj kept = new MapObj(null, object.size());
    for (int i = 0; i < object.size(); i++) {
      Value result = frame.with(member(object.keyAt(i), object.valueAt(i)), test);
      if (result.isErr()) {
        return result;
      }
      if (result == Bool.TRUE) {
        kept.append(object.keyAt(i), object.valueAt(i));
      }
    }
    return kept;
  }

  private static Op findBy(Node query, boolean all) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      ListArr hits = ListArr.withCapacity(4);
      for (int i = 0; i < array.size(); i++) {
        Value result = frame.with(array.get(i), query);
        if (result instanceof Err e) {
          return e.wrap("query returned an error for index " + i);
        }
        if (!(result instanceof Bool b)) {
          return Err.type(result, Kind.BOOL)
              .wrap("query returned a non-boolean value for index " + i);
        }
        if (b.value()) {
          if (!all) {
            return IntNum.of(i);
          }
          hits.add(IntNum.of(i));
        }
      }
      return all ? hits : IntNum.of(-1);
    };
  }

  private static Op fold(Value initial, Node query) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      Value tally = initial;
      for (int i = 0; i < array.size() && !tally.isErr(); i++) {
        frame.budget().step(1);
        tally = frame.with(new PairObj(TALLY, tally, VALUE, array.get(i)), query);
      }
      return tally;
    };
  }

  private static Op mapEach(Node query) {
    return (receiver, frame) ->
        switch (receiver) {
          case Arr array -> mapArray(array.elements(), query, frame);
          case Obj object -> mapObject(object.entries(), query, frame);
          default -> Err.type(receiver, Kind.ARRAY);
        };
  }

  private static Value mapArray(ListArr array, Node query, Frame frame) {
    frame.budget().elements(array.size());
    ListArr mapped = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      Value element = array.get(i);
      Value result = frame.with(element, query);
      if (result instanceof Err e) {
        return e.from(query.source()).wrap("failed to process element " + i);
      }
      if (result != Absent.DELETE) {
        mapped.add(result == Absent.NOTHING ? element : result);
      }
    }
    return mapped;
  }

  private static Value mapObject(MapObj object, Node query, Frame frame) {
    frame.budget().elements(object.size());
    MapObj mapped = new MapObj(null, object.size());
    for (int i = 0; i < object.size(); i++) {
      Str key = object.keyAt(i);
      Value result = frame.with(member(key, object.valueAt(i)), query);
      if (result instanceof Err e) {
        return e.from(query.source())
            .wrap("failed to process element " + key, "failed to process an element");
      }
      if (result != Absent.DELETE) {
        mapped.append(key, result == Absent.NOTHING ? object.valueAt(i) : result);
      }
    }
    return mapped;
  }

  private static Op mapEachKey(Node query) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Obj o)) {
        return Err.type(receiver, Kind.OBJECT);
      }
      MapObj object = o.entries();
      frame.budget().elements(object.size());
      MapObj mapped = new MapObj(null, object.size());
      for (int i = 0; i < object.size(); i++) {
        Value key = frame.with(object.keyAt(i), query);
        if (key.isErr()) {
          return key;
        }
        if (key == Absent.NOTHING) {
          key = object.keyAt(i);
        }
        if (!(key instanceof Str name)) {
          return Err.type(key, Kind.STRING).wrap("unexpected result from key mapping");
        }
        mapped.put(name, object.valueAt(i));
      }
      return mapped;
    };
  }

  private static Op unique(@Nullable Node emit) {
    return (receiver, frame) -> {
      if (!(receiver instanceof Arr array)) {
        return Err.type(receiver, Kind.ARRAY);
      }
      frame.budget().elements(2L * array.size());
      Set<Object> seen = new HashSet<>();
      ListArr first = ListArr.withCapacity(array.size());
      for (int i = 0; i < array.size(); i++) {
        Value element = array.get(i);
        Value check = emit == null ? element : frame.with(element, emit);
        Object identity = identity(check);
        if (identity instanceof Err e) {
          return e.wrap("index " + i);
        }
        if (seen.add(identity)) {
          first.add(element);
        }
      }
      return first;
    };
  }

  private static Object identity(Value value) {
    return switch (value) {
      case Str s -> s;
      case Bin b -> b.asStr();
      case Time t -> Str.of(t.toString());
      case TextNum t when Numbers.isBeyondFloat(t) -> Str.of(t.toString());
      case Num n -> Numbers.toDouble(n) + 0.0;
      case Err e -> e;
      default -> Err.type(value, Kind.STRING, Kind.NUMBER);
    };
  }
}

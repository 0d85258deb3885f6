package io.usagecollector.bloblang.library.methods;

import static io.usagecollector.bloblang.library.methods.SequenceMethods.STRUCTURED;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.body.collection.Distinct;
import io.usagecollector.bloblang.library.body.collection.Filtering;
import io.usagecollector.bloblang.library.body.collection.Fold;
import io.usagecollector.bloblang.library.body.collection.MapEach;
import io.usagecollector.bloblang.library.body.collection.Searching;
import io.usagecollector.bloblang.library.body.collection.Sorting;
import java.util.List;

/** Methods that evaluate a query for every element. */
public final class IterationMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of(
        "all",
        "any",
        "filter",
        "find_by",
        "find_all_by",
        "fold",
        "map_each",
        "map_each_key",
        "sort",
        "sort_by",
        "unique");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "all" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "Whether a test is true for every element; false for an empty array.")
              .param(Param.query("test", "Must give a bool for each element."))
              .example(
                  "root.paid = this.items.all(i -> i.paid)",
                  "{\"items\":[{\"paid\":true},{\"paid\":false}]}",
                  "{\"paid\":false}")
              .op(args -> Searching.quantified(args.query(0), false));
      case "any" ->
          MethodSpec.of(name, STRUCTURED, "Whether a test is true for some element.")
              .param(Param.query("test", "Must give a bool for each element."))
              .example(
                  "root.paid = this.items.any(i -> i.paid)",
                  "{\"items\":[{\"paid\":true},{\"paid\":false}]}",
                  "{\"paid\":true}")
              .op(args -> Searching.quantified(args.query(0), true));
      case "filter" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The elements, or the members (`key`, `value`) of an object, for which a test is true.")
              .param(Param.query("test", "Keeps what it gives true for."))
              .example("root = this.filter(v -> v > 1)", "[1,2,3]", "[2,3]")
              .op(args -> Filtering.op(args.query(0)));
      case "find_by" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The index of the first element for which a query is true, -1 if there is none.")
              .param(Param.query("query", "Must give a bool for each element."))
              .example("root.at = this.find_by(v -> v > 1)", "[1,2,3]", "{\"at\":1}")
              .op(args -> Searching.findBy(args.query(0), false));
      case "find_all_by" ->
          MethodSpec.of(name, STRUCTURED, "The indexes of all elements for which a query is true.")
              .param(Param.query("query", "Must give a bool for each element."))
              .example("root.at = this.find_all_by(v -> v > 1)", "[1,2,3]", "{\"at\":[1,2]}")
              .op(args -> Searching.findBy(args.query(0), true));
      case "fold" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "Goes through an array with a tally: the query sees `tally` and `value` and gives the next tally.")
              .param(Param.any("initial", "The first tally."))
              .param(Param.query("query", "Gives the next tally."))
              .example("root = this.fold(0, item -> item.tally + item.value)", "[1,2,3]", "6")
              .op(args -> Fold.op(args.value(0), args.query(1)));
      case "map_each" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "What a query makes of every element, or of every member (`key`, `value`) of an object. deleted() drops it, nothing keeps it.")
              .param(Param.query("query", "Gives the new value."))
              .example("root = this.map_each(v -> v * 2)", "[1,2]", "[2,4]")
              .op(args -> MapEach.op(args.query(0)));
      case "map_each_key" ->
          MethodSpec.of(name, STRUCTURED, "The object with what a query makes of every key.")
              .param(Param.query("query", "Gives the new key."))
              .example("root = this.map_each_key(k -> k.uppercase())", "{\"a\":1}", "{\"A\":1}")
              .op(args -> MapEach.keys(args.query(0)));
      case "sort" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The elements in ascending order: numbers or strings of one kind, or by a comparison of `left` and `right`.")
              .namingReceiver()
              .param(Param.query("compare", "Whether left comes before right.").orAbsent())
              .example("root = this.sort()", "[\"b\",\"a\"]", "[\"a\",\"b\"]")
              .op(args -> Sorting.natural(args.has(0) ? args.query(0) : null));
      case "sort_by" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The elements in ascending order of what a query makes of them.")
              .namingReceiver()
              .param(Param.query("query", "Gives a number or a string."))
              .example(
                  "root = this.sort_by(v -> v.n)", "[{\"n\":2},{\"n\":1}]", "[{\"n\":1},{\"n\":2}]")
              .op(args -> Sorting.by(args.query(0)));
      case "unique" ->
          MethodSpec.of(
                  name,
                  STRUCTURED,
                  "The elements without repetitions, strings and numbers alike but never equal to each other.")
              .param(Param.query("emit", "What to compare of each element.").orAbsent())
              .example("root = this.unique()", "[\"a\",\"b\",\"a\"]", "[\"a\",\"b\"]")
              .op(args -> Distinct.op(args.has(0) ? args.query(0) : null));
      default -> throw Table.noRow(name);
    };
  }
}

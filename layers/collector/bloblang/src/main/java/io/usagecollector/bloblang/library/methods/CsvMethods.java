package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.CsvReader;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** {@code parse_csv}. */
public final class CsvMethods implements Table<MethodSpec> {
  @Override
  public List<String> names() {
    return List.of("parse_csv");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "parse_csv" ->
          MethodSpec.of(
                  name,
                  "Parsing",
                  "The records of a CSV text: objects by the names in the first row, or arrays.")
              .param(
                  Param.bool("parse_header_row", "Whether the first row names the fields.")
                      .or(Bool.TRUE))
              .param(Param.string("delimiter", "What divides the fields.").or(Str.of(",")))
              .param(
                  Param.bool("lazy_quotes", "Whether quotes may stand where they should not.")
                      .or(Bool.FALSE))
              .example("root = this.parse_csv()", "\"a,b\\n1,2\"", "[{\"a\":\"1\",\"b\":\"2\"}]")
              .op(CsvMethods::op);
      default -> throw Table.noRow(name);
    };
  }

  private static Op op(Args args) {
    boolean header = args.bool(0);
    int[] delimiter = args.text(1).codePoints().toArray();
    boolean lazy = args.bool(2);
    return (receiver, frame) -> {
      if (delimiter.length != 1) {
        return Err.of("delimiter value must be exactly one character");
      }
      return Ops.ofText(text -> parse(text, header, delimiter[0], lazy, frame.budget()))
          .apply(receiver, frame);
    };
  }

  private static Value parse(Str text, boolean header, int delimiter, boolean lazy, Budget budget) {
    Ops.parts(text, delimiter, budget);
    Ops.parts(text, '\n', budget);
    List<List<String>> records;
    try {
      records = CsvReader.read(text.toBytes(), delimiter, lazy);
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no CSV");
    }
    if (records.isEmpty()) {
      return Err.of("zero records were parsed");
    }
    return header ? objects(records) : arrays(records);
  }

  private static Value arrays(List<List<String>> records) {
    return Arr.of(
        records.stream().map(record -> Arr.of(record.stream().map(Str::of).toList())).toList());
  }

  private static Value objects(List<List<String>> records) {
    List<Str> names = records.get(0).stream().map(Str::of).toList();
    ListArr objects = ListArr.withCapacity(records.size());
    for (int line = 1; line < records.size(); line++) {
      List<String> record = records.get(line);
      if (record.size() != names.size()) {
        return Err.of("record on line " + (line - 1) + ": record mismatch with headers");
      }
      MapObj object = new MapObj(null, names.size());
      for (int i = 0; i < names.size(); i++) {
        object.put(names.get(i), Str.of(record.get(i)));
      }
      objects.add(object);
    }
    return objects;
  }
}

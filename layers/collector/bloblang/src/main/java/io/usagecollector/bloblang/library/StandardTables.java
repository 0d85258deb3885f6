package io.usagecollector.bloblang.library;

import java.util.List;

/** The tables that every environment begins with. No name stands in two of one list. */
final class StandardTables {
  private StandardTables() {}

  static List<Table<FunctionSpec>> functions() {
    return List.of(
        new MessageFunctions(),
        new GeneralFunctions(),
        new HostFunctions(),
        new RandomFunctions(),
        new CounterFunctions(),
        new Cosine());
  }

  static List<Table<MethodSpec>> methods() {
    return List.of(
        new GeneralMethods(),
        new CoercionMethods(),
        new StringMethods(),
        new AffixMethods(),
        new DividingMethods(),
        new ReplacingMethods(),
        new ArrayMethods(),
        new SequenceMethods(),
        new IterationMethods(),
        new ObjectMethods(),
        new NumberMethods(),
        new CastMethods(),
        new TimeParsing(),
        new TimeFormatting(),
        new TimeArithmetic(),
        new RegexMethods(),
        new JsonMethods(),
        new EncodingMethods(),
        new WebMethods(),
        new CsvMethods(),
        new Compression(),
        new BigDecimals());
  }
}

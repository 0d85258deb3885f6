package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.library.functions.Cosine;
import io.usagecollector.bloblang.library.functions.CounterFunctions;
import io.usagecollector.bloblang.library.functions.GeneralFunctions;
import io.usagecollector.bloblang.library.functions.HostFunctions;
import io.usagecollector.bloblang.library.functions.MessageFunctions;
import io.usagecollector.bloblang.library.functions.RandomFunctions;
import io.usagecollector.bloblang.library.methods.AffixMethods;
import io.usagecollector.bloblang.library.methods.ArrayMethods;
import io.usagecollector.bloblang.library.methods.BigDecimals;
import io.usagecollector.bloblang.library.methods.CastMethods;
import io.usagecollector.bloblang.library.methods.CoercionMethods;
import io.usagecollector.bloblang.library.methods.CompressionMethods;
import io.usagecollector.bloblang.library.methods.CsvMethods;
import io.usagecollector.bloblang.library.methods.DividingMethods;
import io.usagecollector.bloblang.library.methods.EncodingMethods;
import io.usagecollector.bloblang.library.methods.GeneralMethods;
import io.usagecollector.bloblang.library.methods.IterationMethods;
import io.usagecollector.bloblang.library.methods.JsonMethods;
import io.usagecollector.bloblang.library.methods.NumberMethods;
import io.usagecollector.bloblang.library.methods.ObjectMethods;
import io.usagecollector.bloblang.library.methods.RegexMethods;
import io.usagecollector.bloblang.library.methods.ReplacingMethods;
import io.usagecollector.bloblang.library.methods.SequenceMethods;
import io.usagecollector.bloblang.library.methods.StringMethods;
import io.usagecollector.bloblang.library.methods.TimeArithmetic;
import io.usagecollector.bloblang.library.methods.TimeFormatting;
import io.usagecollector.bloblang.library.methods.TimeParsing;
import io.usagecollector.bloblang.library.methods.WebMethods;
import java.util.List;

/** The tables that every environment begins with. No name stands in two of one list. */
public final class StandardTables {
  private StandardTables() {}

  /** All of them as a library. */
  public static Library library() {
    return Made.LIBRARY;
  }

  public static List<Table<FunctionSpec>> functions() {
    return List.of(
        new MessageFunctions(),
        new GeneralFunctions(),
        new HostFunctions(),
        new RandomFunctions(),
        new CounterFunctions(),
        new Cosine());
  }

  public static List<Table<MethodSpec>> methods() {
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
        new CompressionMethods(),
        new BigDecimals());
  }

  /** Made once, when first asked for. */
  private static final class Made {
    private static final Library LIBRARY = Library.of(functions(), methods());
  }
}

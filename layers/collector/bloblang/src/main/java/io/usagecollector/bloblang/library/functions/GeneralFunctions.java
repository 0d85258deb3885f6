package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Reads;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;

/** Functions of nothing but their arguments. */
public final class GeneralFunctions implements Table<FunctionSpec> {
  private static final String GENERAL = "General";

  /** The longest range, and the most bytes, that a call makes. */
  private static final long MOST_ELEMENTS = 10_000_000;

  @Override
  public List<String> names() {
    return List.of("bytes", "deleted", "nothing", "pi", "range", "throw", "var");
  }

  @Override
  public FunctionSpec row(String name) {
    return switch (name) {
      case "bytes" ->
          FunctionSpec.of(name, GENERAL, "So many zero bytes.")
              .param(Param.integer("length", "How many."))
              .example("root.zeros = bytes(3)", "{}", "{\"zeros\":\"AAAA\"}")
              .body(GeneralFunctions::bytes);
      case "deleted" ->
          FunctionSpec.of(
                  name,
                  GENERAL,
                  "Removes what it is assigned to: a field, an element, or the whole message.")
              .example("root = if this.test { deleted() }", "{\"test\":true}", "<deleted>")
              .node((args, context) -> new Constant(Absent.DELETE, "delete"));
      case "nothing" ->
          FunctionSpec.of(name, GENERAL, "Leaves what it is assigned to as it is.")
              .example("root.a = 1\nroot.a = nothing()", "{}", "{\"a\":1}")
              .node((args, context) -> new Constant(Absent.NOTHING, "nothing"));
      case "pi" ->
          FunctionSpec.of(name, GENERAL, "The number pi.")
              .example(
                  "root.degrees = this.radians * (180 / pi())",
                  "{\"radians\":0.7854}",
                  "{\"degrees\":45.00010522957486}")
              .pure(frame -> FloatNum.of(Math.PI));
      case "range" ->
          FunctionSpec.of(name, GENERAL, "The integers from start up to stop, stop not included.")
              .param(Param.integer("start", "The first integer."))
              .param(Param.integer("stop", "Where to end."))
              .param(Param.integer("step", "How far apart; negative to go down.").or(IntNum.of(1)))
              .example("root = range(0, 6, 2)", "{}", "[0,2,4]")
              .body(GeneralFunctions::range);
      case "throw" ->
          FunctionSpec.of(name, GENERAL, "Fails, with a reason.")
              .param(Param.string("why", "The reason."))
              .example(
                  "root.n = if this.n == null { throw(\"n is missing\") } else { this.n }",
                  "{\"n\":1}",
                  "{\"n\":1}")
              .body(args -> frame -> Err.of(args.text(0)));
      case "var" ->
          FunctionSpec.of(name, GENERAL, "The value of a variable.")
              .param(Param.string("name", "Its name."))
              .deprecated("$name")
              .example("let a = 1\nroot.a = var(\"a\")", "{}", "{\"a\":1}")
              .node((args, context) ->
                  new Reads.Variable(args.text(0), context.variables().apply(args.text(0))));
      default -> throw Table.noRow(name);
    };
  }

  private static Function<Frame, Value> bytes(Args args) throws ArgumentException {
    long length = args.integer(0);
    if (length < 0 || length > MOST_ELEMENTS) {
      throw new ArgumentException(
          "length must be between 0 and " + MOST_ELEMENTS + ", got " + length);
    }
    return frame -> {
      frame.budget().text(length);
      return Bin.of(new byte[(int) length]);
    };
  }

  private static Function<Frame, Value> range(Args args) throws ArgumentException {
    long start = args.integer(0);
    long stop = args.integer(1);
    long step = args.integer(2);
    if (step == 0) {
      throw new ArgumentException("step must be greater than or less than 0");
    }
    if (step < 0 && stop > start) {
      throw new ArgumentException(
          "with negative step arg stop (" + stop + ") must be <= start (" + start + ")");
    }
    if (step > 0 && start >= stop) {
      throw new ArgumentException(
          "with positive step arg start (" + start + ") must be < stop (" + stop + ")");
    }
    long count = (stop - start) / step;
    if (count < 0 || count > MOST_ELEMENTS) {
      throw new ArgumentException("a range of more than " + MOST_ELEMENTS + " elements");
    }
    return frame -> {
      frame.budget().elements(count);
      return numbers(start, step, (int) count);
    };
  }

  private static ListArr numbers(long start, long step, int count) {
    ListArr numbers = ListArr.withCapacity(count);
    for (long i = 0; i < count; i++) {
      numbers.add(IntNum.of(start + step * i));
    }
    return numbers;
  }
}

package io.usagecollector.bloblang.library.functions;

import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code cosine_similarity}. */
public final class Cosine implements Table<FunctionSpec> {
  @Override
  public List<String> names() {
    return List.of("cosine_similarity");
  }

  @Override
  public FunctionSpec row(String name) {
    return FunctionSpec.of(
            name,
            "General",
            "The cosine of the angle between two vectors: 1 if they point the same way.")
        .param(Param.any("a", "An array of numbers."))
        .param(Param.any("b", "Another of the same length."))
        .example("root.s = cosine_similarity([3, 0], this.b)", "{\"b\":[3,4]}", "{\"s\":0.6}")
        .body(Cosine::of);
  }

  private static Function<Frame, Value> of(Args args) {
    Value result = of(vector(args.value(0)), vector(args.value(1)));
    return frame -> result;
  }

  private static Value of(double @Nullable [] a, double @Nullable [] b) {
    if (a == null || b == null) {
      return Err.of("vector must be an array of numeric types");
    }
    if (a.length != b.length) {
      return Err.of("vectors must be equal length");
    }
    if (a.length == 0) {
      return Err.of("vectors cannot be empty");
    }
    double squareOfA = product(a, a);
    double squareOfB = product(b, b);
    return squareOfA == 0 || squareOfB == 0
        ? Err.of("vectors must not be null (all zeros)")
        : FloatNum.of(product(a, b) / (Math.sqrt(squareOfA) * Math.sqrt(squareOfB)));
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The numbers; null if there is anything else. */
  private static double @Nullable [] vector(Value value) {
    if (!(value instanceof Arr array)) {
      return null;
    }
    double[] vector = new double[array.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(array.get(i) instanceof Num n) || Numbers.isBeyondFloat(n)) {
        return null;
      }
      vector[i] = Numbers.toDouble(n);
    }
    return vector;
  }
}

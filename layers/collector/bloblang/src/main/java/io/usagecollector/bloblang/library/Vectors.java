package io.usagecollector.bloblang.library;

import io.usagecollector.bloblang.run.Numbers;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Value;

/** Arrays of numbers as vectors. */
final class Vectors {
  private Vectors() {}

  static Value cosine(Value left, Value right) {
    if (!isVector(left) || !isVector(right)) {
      return Err.of("vector must be an array of numeric types");
    }
    Arr a = (Arr) left;
    Arr b = (Arr) right;
    if (a.size() != b.size()) {
      return Err.of("vectors must be equal length");
    }
    if (a.size() == 0) {
      return Err.of("vectors cannot be empty");
    }
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.size(); i++) {
      double x = Numbers.toDouble((Num) a.get(i));
      double y = Numbers.toDouble((Num) b.get(i));
      product += x * y;
      squaresA += x * x;
      squaresB += y * y;
    }
    return squaresA == 0 || squaresB == 0
        ? Err.of("vectors must not be null (all zeros)")
        : FloatNum.of(product / (Math.sqrt(squaresA) * Math.sqrt(squaresB)));
  }

  private static boolean isVector(Value value) {
    if (!(value instanceof Arr array)) {
      return false;
    }
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof Num)) {
        return false;
      }
    }
    return true;
  }
}

package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** How Flexprice reads the amount a property stands for. */
final class Quantity {
  private Quantity() {}

  /**
   * Whether a property is billed as zero without meaning zero: it is missing, negative, or nothing
   * that Flexprice reads as a number.
   */
  static boolean isLost(@Nullable Value value) {
    return switch (value) {
      case null -> true;
      case Num number -> isNegative(number);
      case Str text -> isLost(DecimalText.read(text.toString()));
      default -> true;
    };
  }

  private static boolean isLost(@Nullable DecimalText text) {
    return text == null || text.negative();
  }

  private static boolean isNegative(Num number) {
    return switch (number) {
      case IntNum n -> !n.isUnsigned64() && n.value() < 0;
      case FloatNum n -> n.value() < 0;
      case TextNum n -> n.asDouble() < 0;
    };
  }
}

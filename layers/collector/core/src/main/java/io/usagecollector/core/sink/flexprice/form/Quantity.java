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
      case Str text -> !Decimal.isPositive(text.toString());
      default -> true;
    };
  }

  private static boolean isNegative(Num number) {
    return switch (number) {
      case IntNum n -> !n.isUnsigned64() && n.value() < 0;
      case FloatNum n -> n.value() < 0;
      case TextNum n -> n.asDouble() < 0;
    };
  }

  /** Decimal text as Flexprice's library reads it: no blanks, no separators, no hexadecimal. */
  private static final class Decimal {
    private final String text;
    private int at;
    private boolean nonZero;

    private Decimal(String text) {
      this.text = text;
    }

    /** Whether it is a number, and zero or more. */
    static boolean isPositive(String text) {
      var decimal = new Decimal(text);
      boolean negative = text.startsWith("-");
      return decimal.isNumber() && !(negative && decimal.nonZero);
    }

    private boolean isNumber() {
      skipSign();
      int before = digits();
      if (isNext('.')) {
        at++;
        before += digits();
      }
      if (before == 0) {
        return false;
      }
      return at == text.length() || exponent();
    }

    private boolean exponent() {
      if (!isNext('e') && !isNext('E')) {
        return false;
      }
      boolean nonZeroMantissa = nonZero;
      at++;
      skipSign();
      int digits = digits();
      nonZero = nonZeroMantissa;
      return digits > 0 && digits <= 9 && at == text.length();
    }

    private void skipSign() {
      if (isNext('+') || isNext('-')) {
        at++;
      }
    }

    private int digits() {
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        nonZero |= text.charAt(at) != '0';
        at++;
      }
      return at - start;
    }

    private boolean isNext(char c) {
      return at < text.length() && text.charAt(at) == c;
    }
  }
}

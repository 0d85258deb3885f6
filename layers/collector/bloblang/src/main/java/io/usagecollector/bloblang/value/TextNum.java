package io.usagecollector.bloblang.value;

import io.usagecollector.bloblang.bytes.PlainDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A number as its source wrote it. The text survives until arithmetic: {@code 1.10} prints as
 * {@code 1.10}, and 1e999 passes through although no float holds it.
 */
public final class TextNum extends Num {
  /** With fewer characters, and no exponent, a number is less than 1e308. */
  private static final int MOST_DIGITS = 300;

  private final byte[] buffer;
  private final int offset;
  private final int length;

  public TextNum(byte[] buffer, int offset, int length) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
  }

  /** A number from its JSON text, which is not checked. */
  public static TextNum of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new TextNum(bytes, 0, bytes.length);
  }

  /** True for the exact text {@code 0}: the only number text that is false as a condition. */
  public boolean isTextZero() {
    return length == 1 && buffer[offset] == '0';
  }

  /** The integer it is, or null: a point, an exponent or a magnitude beyond int64 make it none. */
  public @Nullable IntNum asInt() {
    if (length > 20) {
      return null;
    }
    boolean negative = buffer[offset] == '-';
    long value = 0;
    for (int i = negative ? 1 : 0; i < length; i++) {
      int digit = buffer[offset + i] - '0';
      if (digit < 0 || digit > 9 || value < -922337203685477580L) {
        return null;
      }
      value = value * 10 - digit;
      if (value > 0) {
        return null;
      }
    }
    return negative ? IntNum.of(value) : value == Long.MIN_VALUE ? null : IntNum.of(-value);
  }

  /** True if no float64 holds it: only what has an exponent, or hundreds of digits, can be so. */
  public boolean isBeyondFloat() {
    return (length > MOST_DIGITS || hasExponent()) && Double.isInfinite(asDouble());
  }

  private boolean hasExponent() {
    for (int i = offset; i < offset + length; i++) {
      if ((buffer[i] | 0x20) == 'e') {
        return true;
      }
    }
    return false;
  }

  /** The nearest float64; infinite where the text exceeds its range. */
  public double asDouble() {
    IntNum integer = asInt();
    if (integer != null && !(integer.value() == 0 && buffer[offset] == '-')) {
      return integer.value();
    }
    double plain = PlainDecimal.parse(buffer, offset, length);
    return Double.isNaN(plain) ? Double.parseDouble(toString()) : plain;
  }

  @Override
  public Num widened() {
    IntNum integer = asInt();
    if (integer != null) {
      return integer;
    }
    double value = asDouble();
    return Double.isInfinite(value) ? this : FloatNum.of(value);
  }

  /** The text as a string, sharing its bytes. */
  public Str asStr() {
    return new Str(buffer, offset, length);
  }

  public void appendTo(Utf8Buffer out) {
    out.put(buffer, offset, length);
  }

  @Override
  public String toString() {
    return new String(buffer, offset, length, StandardCharsets.ISO_8859_1);
  }
}

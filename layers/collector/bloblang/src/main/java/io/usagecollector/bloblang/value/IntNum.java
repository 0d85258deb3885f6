package io.usagecollector.bloblang.value;

/**
 * An integer: int64 (literals, integer arithmetic), uint64, or one of the narrow kinds that the
 * casts make.
 */
public final class IntNum extends Num {
  /**
   * The integer kinds, by the name of their Go type, which error texts and {@code format} print.
   */
  public enum Width {
    INT64("int64", true),
    /** Of positions that are found, and of the whole numbers of YAML. */
    INT("int", true),
    UINT64("uint64", false),
    INT32("int32", true),
    INT16("int16", true),
    INT8("int8", true),
    UINT32("uint32", false),
    UINT16("uint16", false),
    UINT8("uint8", false);

    private final String goName;
    private final boolean signed;

    Width(String goName, boolean signed) {
      this.goName = goName;
      this.signed = signed;
    }

    public String goName() {
      return goName;
    }

    public boolean signed() {
      return signed;
    }
  }

  private static final int LOW = -128;
  private static final IntNum[] SMALL = small();

  private final long value;
  private final Width width;

  private IntNum(long value, Width width) {
    this.value = value;
    this.width = width;
  }

  private static IntNum[] small() {
    IntNum[] all = new IntNum[1024 - LOW];
    for (int i = 0; i < all.length; i++) {
      all[i] = new IntNum(i + LOW, Width.INT64);
    }
    return all;
  }

  /** An int64. */
  public static IntNum of(long value) {
    long index = value - LOW;
    return index >= 0 && index < SMALL.length ? SMALL[(int) index] : new IntNum(value, Width.INT64);
  }

  /** An int: of a position that was found. */
  public static IntNum position(int index) {
    return new IntNum(index, Width.INT);
  }

  public static IntNum of(long value, Width width) {
    return width == Width.INT64 ? of(value) : new IntNum(value, width);
  }

  /** The bits; for {@link Width#UINT64} to be read as unsigned. */
  public long value() {
    return value;
  }

  public Width width() {
    return width;
  }

  /** True for uint64 alone: narrow unsigned integers fit into a long. */
  public boolean isUnsigned64() {
    return width == Width.UINT64;
  }

  /** True where 64 bits are kept: what adds and sorts without being widened first. */
  public boolean isWide() {
    return width == Width.INT64 || width == Width.INT || width == Width.UINT64;
  }

  public double asDouble() {
    return isUnsigned64() ? unsignedToDouble(value) : (double) value;
  }

  static double unsignedToDouble(long bits) {
    // Halve with the lost bit kept sticky, so that rounding is to nearest even as for a signed
    // conversion.
    return bits >= 0 ? (double) bits : (double) ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  @Override
  public IntNum widened() {
    return switch (width) {
      case INT64, UINT64 -> this;
      case INT, INT32, INT16, INT8 -> of(value);
      case UINT32, UINT16, UINT8 -> of(value, Width.UINT64);
    };
  }

  @Override
  public String toString() {
    return isUnsigned64() ? Long.toUnsignedString(value) : Long.toString(value);
  }
}

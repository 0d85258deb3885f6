package io.usagecollector.bloblang.value;

/**
 * The two sentinels: remove what is there, or leave it as it is. Forced into JSON they print null.
 */
public final class Absent extends Value {
  /** {@code deleted()}. */
  public static final Absent DELETE = new Absent(Kind.DELETE);

  /** {@code nothing()}, and the result of an {@code if} or {@code match} without a branch taken. */
  public static final Absent NOTHING = new Absent(Kind.NOTHING);

  private final Kind kind;

  private Absent(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean isNullish() {
    return true;
  }

  @Override
  public boolean isAbsent() {
    return true;
  }

  @Override
  public String toString() {
    return kind.toString();
  }
}

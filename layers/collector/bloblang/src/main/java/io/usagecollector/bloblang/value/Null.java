package io.usagecollector.bloblang.value;

/** The value null. */
public final class Null extends Value {
  public static final Null NULL = new Null();

  private Null() {}

  @Override
  public Kind kind() {
    return Kind.NULL;
  }

  @Override
  public boolean isNullish() {
    return true;
  }

  @Override
  public String toString() {
    return "null";
  }
}

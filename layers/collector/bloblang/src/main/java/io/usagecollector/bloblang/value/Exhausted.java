package io.usagecollector.bloblang.value;

/**
 * A computation that would take more than one run may use. It is thrown, not answered, because it
 * ends the run: no mapping can catch it and go on. The door turns it into a fault.
 */
public final class Exhausted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason, which holds nothing of the event. */
  public Exhausted(String text) {
    super(text, null, false, false);
  }

  /** The reason. */
  public String text() {
    return String.valueOf(getMessage());
  }
}

package io.usagecollector.bloblang.value;

/**
 * A computation that would take more than one run may use. It is thrown, not answered, because it
 * ends the run: no mapping can catch it and go on. The door turns it into a fault.
 */
public final class Exhausted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean outOfTime;

  /** The reason, which holds nothing of the event. */
  public Exhausted(String text) {
    this(text, false);
  }

  private Exhausted(String text, boolean outOfTime) {
    super(text, null, false, false);
    this.outOfTime = outOfTime;
  }

  /** The run takes no more than it may, but longer. */
  public static Exhausted outOfTime() {
    return new Exhausted("the time for the mapping is up", true);
  }

  /** Whether it is time that there is no more of. */
  public boolean isOutOfTime() {
    return outOfTime;
  }

  /** The reason. */
  public String text() {
    return String.valueOf(getMessage());
  }
}

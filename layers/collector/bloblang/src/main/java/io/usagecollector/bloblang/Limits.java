package io.usagecollector.bloblang;

/**
 * What one {@code apply} may use, so that a mapping or an event built to be hostile ends in an
 * error of its own. Beyond it the run fails; no {@code catch} of the mapping sees that.
 *
 * {@snippet :
 * Bloblang language = Bloblang.standard().withLimits(new Limits(1_000, 1 << 20));
 * Mapping mapping = language.compile("root = range(0, 9999).map_each(n -> n * 2).catch([])");
 * if (mapping.apply(Message.of("{}"), Host.system()) instanceof Result.Failed(Fault fault, Message unchanged)) {
 *   System.out.println(fault.text()); // failed assignment (line 1): the mapping takes more than 1000 steps
 * }
 * }
 *
 * @param steps how many expressions may be evaluated in loops and applied maps; long texts count
 *     too, one step for 16 bytes looked at
 * @param bytes how much memory may be taken for what the mapping makes, in bytes, estimated from
 *     above; memory that became free again counts as well
 */
public record Limits(long steps, long bytes) {
  public Limits {
    if (steps < 1 || bytes < 1) {
      throw new IllegalArgumentException("a limit must be positive: " + steps + ", " + bytes);
    }
  }

  /**
   * 50 million steps, a few seconds on one core, and 128 MiB: far beyond what mapping a record of
   * the largest size takes, and within the smallest function's memory.
   */
  public static Limits standard() {
    return new Limits(50_000_000, 128L << 20);
  }
}

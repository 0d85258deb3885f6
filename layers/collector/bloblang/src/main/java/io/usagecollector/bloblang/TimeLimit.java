package io.usagecollector.bloblang;

import java.util.function.LongSupplier;

/**
 * Until when a run may go on, handed in with its {@link Host}. It is asked every some thousand
 * steps: a run without loops and long texts ends before it is asked once. A run whose time is up
 * fails with {@link Fault.Kind#TIME}; no {@code catch} of the mapping sees that.
 *
 * {@snippet :
 * Host impatient = new Host() {
 *   @Override
 *   public long unixNanos() {
 *     return 0;
 *   }
 *
 *   @Override
 *   public RandomGenerator random() {
 *     return new Random(7);
 *   }
 *
 *   @Override
 *   public TimeLimit timeLimit() {
 *     return () -> true;
 *   }
 * };
 * Mapping mapping = Bloblang.standard().compile("root = range(0, 9999).map_each(n -> n * 2).catch([])");
 * Message event = Message.of("{}");
 * Result result = mapping.apply(event, impatient);
 * if (result instanceof Result.Failed(Fault fault, Message unchanged)) {
 *   System.out.println(fault.kind() + ": " + fault.text()); // TIME: failed assignment (line 1): the time for the mapping is up
 * }
 * }
 */
@FunctionalInterface
public interface TimeLimit {
  /** As long as its {@link Limits} let it; never asked. */
  TimeLimit NONE = () -> false;

  /** Whether the time is up; once it is, it stays so. Asked by the thread that runs the mapping. */
  boolean isOver();

  /**
   * Up to a moment of a clock.
   *
   * @param end in nanoseconds, as {@code nanoTime} counts them
   * @param nanoTime a clock that never goes back, such as {@code System::nanoTime}
   */
  static TimeLimit at(long end, LongSupplier nanoTime) {
    return () -> nanoTime.getAsLong() - end >= 0;
  }
}

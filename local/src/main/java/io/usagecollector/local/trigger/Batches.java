package io.usagecollector.local.trigger;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The batches so far.
 *
 * @param cut how many, by what ended them; a function was invoked with each
 * @param ended how many invocations came to their end, whatever it was
 * @param waited how long these took in all: each from the reading of its first record to its end
 * @param lately the same one by one, of the last ten minutes, at most 10,000
 */
public record Batches(Map<CutBy, Long> cut, long ended, Duration waited, List<Duration> lately) {
  public static final Batches NONE = new Batches(Map.of(), 0, Duration.ZERO, List.of());

  public Batches {
    cut = Map.copyOf(cut);
    lately = List.copyOf(lately);
  }

  public long cut(CutBy by) {
    return cut.getOrDefault(by, 0L);
  }
}

package io.usagecollector.core.careful;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often what was begun did not end: batches by the names of {@link BatchNames}, and records
 * that were at work under a mark of their own. A value, with a text form of a line each.
 */
public final class Suspects {
  public static final Suspects NONE = new Suspects(Map.of());

  private static final int TIMES = 3;
  private static final int TIMES_ALONE = 2;
  private static final long KEPT = Duration.ofDays(1).toMillis();
  private static final int MOST = 1_000;

  private record Name(boolean alone, String text) {}

  /**
   * @param last milliseconds since 1970-01-01T00:00:00Z
   */
  private record Seen(int times, long last) {
    Seen more(Seen other) {
      return new Seen(Math.max(times, other.times), Math.max(last, other.last));
    }
  }

  private final Map<Name, Seen> seen;

  private Suspects(Map<Name, Seen> seen) {
    this.seen = Map.copyOf(seen);
  }

  public boolean isEmpty() {
    return seen.isEmpty();
  }

  /** Whether a batch with one of these names was begun three times without an end. */
  boolean isSuspect(Collection<String> batch) {
    return batch.stream().anyMatch(name -> times(new Name(false, name)) >= TIMES);
  }

  /** Whether a record ended the process under its own mark twice. */
  boolean isKiller(String record) {
    return times(new Name(true, record)) >= TIMES_ALONE;
  }

  private int times(Name name) {
    Seen known = seen.get(name);
    return known == null ? 0 : known.times();
  }

  /** One more batch did not end. What was not seen for a day is forgotten. */
  Suspects and(Marks.Unended unended, long now) {
    var more = new HashMap<>(seen);
    more.values().removeIf(known -> now - known.last() > KEPT);
    unended.names().forEach(name -> add(more, new Name(false, name), now));
    unended.record().ifPresent(record -> add(more, new Name(true, record), now));
    return new Suspects(newest(more));
  }

  private static void add(Map<Name, Seen> seen, Name name, long now) {
    seen.merge(name, new Seen(1, now), (known, one) -> new Seen(known.times() + 1, now));
  }

  private static Map<Name, Seen> newest(Map<Name, Seen> seen) {
    if (seen.size() <= MOST) {
      return seen;
    }
    return seen.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -entry.getValue().last()))
        .limit(MOST)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** These have come to their end. */
  Suspects without(Collection<String> names) {
    if (names.stream().noneMatch(this::knows)) {
      return this;
    }
    var left = new HashMap<>(seen);
    left.keySet().removeIf(name -> names.contains(name.text()));
    return new Suspects(left);
  }

  /** Whether this batch or record was seen at all. */
  boolean knows(String name) {
    return seen.containsKey(new Name(false, name)) || seen.containsKey(new Name(true, name));
  }

  /** What either knows; counts of the same are not added, as both count the same. */
  public Suspects with(Suspects other) {
    if (other.isEmpty()) {
      return this;
    }
    var all = new HashMap<>(seen);
    other.seen.forEach((name, known) -> all.merge(name, known, Seen::more));
    return new Suspects(all);
  }

  /** A line each: {@code batch 2 1764585000000 topic/0/15}. */
  public String text() {
    return seen.entrySet().stream()
        .map(entry ->
            (entry.getKey().alone() ? "record " : "batch ")
                + entry.getValue().times()
                + " "
                + entry.getValue().last()
                + " "
                + entry.getKey().text())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** Reads the text form; a line that is none is passed over. */
  public static Suspects parse(String text) {
    var seen = new HashMap<Name, Seen>();
    for (String line : text.split("\n", -1)) {
      List<String> words = List.of(line.split(" ", 4));
      if (words.size() == 4
          && words.get(1).matches("\\d{1,9}")
          && words.get(2).matches("\\d{1,18}")) {
        seen.put(
            new Name(words.getFirst().equals("record"), words.get(3)),
            new Seen(Integer.parseInt(words.get(1)), Long.parseLong(words.get(2))));
      }
    }
    return new Suspects(seen);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Suspects suspects && suspects.seen.equals(seen);
  }

  @Override
  public int hashCode() {
    return seen.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}

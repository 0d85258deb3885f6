package io.usagecollector.core.delivery;

import io.usagecollector.core.event.Coordinates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records of one partition that ended alike, so that ten thousand of them are one line.
 *
 * @param text why they ended so, safe to log
 * @param topic their topic
 * @param partition their partition
 * @param offsets their offsets, in rising order
 */
public record RecordGroup(String text, String topic, int partition, List<Long> offsets) {
  private static final int MOST_RANGES = 10;

  public RecordGroup {
    offsets = offsets.stream().sorted().distinct().toList();
  }

  /** The held records, grouped. */
  public static List<RecordGroup> held(BatchReport report) {
    Map<RecordGroup, List<Long>> groups = new LinkedHashMap<>();
    for (HeldRecord record : report.held()) {
      add(groups, record.why(), record.at());
    }
    return grouped(groups);
  }

  /** The dead-lettered records, grouped by their reason's safe text. */
  public static List<RecordGroup> deadLettered(BatchReport report) {
    Map<RecordGroup, List<Long>> groups = new LinkedHashMap<>();
    for (BatchReport.Settled settled : report.records()) {
      if (settled.outcome() instanceof Outcome.DeadLettered(var reason)) {
        add(groups, reason.toString(), settled.at());
      }
    }
    return grouped(groups);
  }

  private static void add(Map<RecordGroup, List<Long>> groups, String text, Coordinates at) {
    RecordGroup group = new RecordGroup(text, at.topic(), at.partition(), List.of());
    groups.computeIfAbsent(group, any -> new ArrayList<>()).add(at.offset());
  }

  private static List<RecordGroup> grouped(Map<RecordGroup, List<Long>> groups) {
    return groups.entrySet().stream().map(entry -> entry.getKey().with(entry.getValue())).toList();
  }

  private RecordGroup with(List<Long> theirs) {
    return new RecordGroup(text, topic, partition, theirs);
  }

  /** {@code topic/partition/4-9,12 (7 records): text}. */
  @Override
  public String toString() {
    return topic + "/" + partition + "/" + ranges() + " (" + counted() + "): " + text;
  }

  private String counted() {
    return offsets.size() == 1 ? "1 record" : offsets.size() + " records";
  }

  private String ranges() {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= offsets.size(); to++) {
      if (to == offsets.size() || offsets.get(to) != offsets.get(to - 1) + 1) {
        ranges.add(range(offsets.get(from), offsets.get(to - 1)));
        from = to;
      }
    }
    String some = ranges.stream().limit(MOST_RANGES).collect(Collectors.joining(","));
    return ranges.size() > MOST_RANGES ? some + ",..." : some;
  }

  private static String range(long first, long last) {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}

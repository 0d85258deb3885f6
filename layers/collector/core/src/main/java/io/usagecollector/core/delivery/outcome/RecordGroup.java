package io.usagecollector.core.delivery.outcome;

import io.usagecollector.core.event.SourceHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Records of one partition, or messages of a queue, that ended alike, so that ten thousand of them
 * are one line.
 *
 * @param text why they ended so, safe to log
 * @param where the partition, or that it is a queue
 * @param members offsets in rising order without repeats, or the messages' ids
 */
public record RecordGroup(String text, String where, List<String> members) {
  private static final int MOST_NAMED = 10;
  private static final String QUEUE = "message ";

  /** The held records, grouped. */
  public static List<RecordGroup> held(BatchReport report) {
    return grouped(
        report,
        outcome -> outcome instanceof Outcome.Held(var why) ? Optional.of(why) : Optional.empty());
  }

  /** The deferred records, grouped. */
  public static List<RecordGroup> deferred(BatchReport report) {
    return grouped(
        report,
        outcome ->
            outcome instanceof Outcome.Deferred(var why, _) ? Optional.of(why) : Optional.empty());
  }

  /** The dead-lettered records, grouped by their reason's safe text. */
  public static List<RecordGroup> deadLettered(BatchReport report) {
    return grouped(
        report,
        outcome ->
            outcome instanceof Outcome.DeadLettered(var reason)
                ? Optional.of(reason.toString())
                : Optional.empty());
  }

  private record Key(String text, String where) {}

  private static List<RecordGroup> grouped(
      BatchReport report, Function<Outcome, Optional<String>> text) {
    Map<Key, List<SourceHandle>> groups = new LinkedHashMap<>();
    for (BatchReport.Settled settled : report.records()) {
      text.apply(settled.outcome())
          .map(why -> new Key(why, where(settled.handle())))
          .ifPresent(
              key -> groups.computeIfAbsent(key, any -> new ArrayList<>()).add(settled.handle()));
    }
    return groups.entrySet().stream().map(group -> of(group.getKey(), group.getValue())).toList();
  }

  private static String where(SourceHandle handle) {
    return switch (handle) {
      case SourceHandle.KafkaRecord(var at) -> at.topic() + "/" + at.partition() + "/";
      case SourceHandle.QueueMessage message -> QUEUE;
    };
  }

  private static RecordGroup of(Key key, List<SourceHandle> handles) {
    Stream<String> ids =
        handles.stream()
            .mapMulti((handle, next) -> {
              if (handle instanceof SourceHandle.QueueMessage message) {
                next.accept(message.id());
              }
            });
    Stream<String> offsets =
        handles.stream()
            .<Long>mapMulti((handle, next) -> {
              if (handle instanceof SourceHandle.KafkaRecord(var at)) {
                next.accept(at.offset());
              }
            })
            .sorted()
            .map(String::valueOf);
    return new RecordGroup(
        key.text(), key.where(), Stream.concat(offsets, ids).distinct().toList());
  }

  /** {@code topic/partition/4-9,12 (7 records): text}. */
  @Override
  public String toString() {
    return where + named() + " (" + counted() + "): " + text;
  }

  private String counted() {
    return members.size() == 1 ? "1 record" : members.size() + " records";
  }

  private String named() {
    List<String> names = where.equals(QUEUE) ? members : ranges();
    String some = String.join(",", names.subList(0, Math.min(names.size(), MOST_NAMED)));
    return names.size() > MOST_NAMED ? some + ",..." : some;
  }

  private List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= members.size(); to++) {
      if (to == members.size() || offset(to) != offset(to - 1) + 1) {
        ranges.add(
            from == to - 1 ? members.get(from) : members.get(from) + "-" + members.get(to - 1));
        from = to;
      }
    }
    return ranges;
  }

  private long offset(int member) {
    return Long.parseLong(members.get(member));
  }
}

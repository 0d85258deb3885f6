package io.usagecollector.cli.diff;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.pipeline.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a new mapping changes in what is billed for one part of a record. */
sealed interface EventChange {
  /** It was dropped, or not there, and is billed now. */
  record Added(UsageEvent event) implements EventChange {}

  /** It was billed, and is dropped now. */
  record Dropped(UsageEvent event) implements EventChange {}

  /** It was billed or dropped, and is a dead letter now. */
  record Failing(String reason) implements EventChange {}

  /** It was a dead letter, and is billed or dropped now. */
  record Recovered(boolean billed, String reason) implements EventChange {}

  /** It is billed before and after, and not the same. */
  record Changed(List<FieldChange> fields) implements EventChange {
    boolean breaking() {
      return fields.stream().anyMatch(FieldChange::breaking);
    }
  }

  /** The changes of a record, part by part; empty if what is billed is the same. */
  static List<EventChange> between(List<Part> before, List<Part> after) {
    Map<Integer, Part> old = byOrdinal(before);
    Map<Integer, Part> now = byOrdinal(after);
    var ordinals = new TreeSet<>(old.keySet());
    ordinals.addAll(now.keySet());
    List<EventChange> changes = new ArrayList<>();
    for (int ordinal : ordinals) {
      EventChange change = between(old.get(ordinal), now.get(ordinal));
      if (change != null) {
        changes.add(change);
      }
    }
    return changes;
  }

  private static Map<Integer, Part> byOrdinal(List<Part> parts) {
    Map<Integer, Part> known = new TreeMap<>();
    parts.forEach(part -> known.put(part.ordinal(), part));
    return known;
  }

  private static @Nullable EventChange between(@Nullable Part before, @Nullable Part after) {
    return switch (after) {
      case Part.Ready now -> billed(before, now.event());
      case Part.Faulted now ->
          before instanceof Part.Faulted ? null : new Failing(now.reason().fullText());
      case Part.Filtered _ -> dropped(before);
      case null -> dropped(before);
    };
  }

  private static @Nullable EventChange billed(@Nullable Part before, UsageEvent now) {
    return switch (before) {
      case Part.Ready old -> {
        List<FieldChange> fields = FieldChange.between(old.event(), now);
        yield fields.isEmpty() ? null : new Changed(fields);
      }
      case Part.Faulted old -> new Recovered(true, old.reason().fullText());
      case Part.Filtered _ -> new Added(now);
      case null -> new Added(now);
    };
  }

  private static @Nullable EventChange dropped(@Nullable Part before) {
    return switch (before) {
      case Part.Ready old -> new Dropped(old.event());
      case Part.Faulted old -> new Recovered(false, old.reason().fullText());
      case Part.Filtered _ -> null;
      case null -> null;
    };
  }
}

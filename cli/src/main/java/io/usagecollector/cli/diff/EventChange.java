package io.usagecollector.cli.diff;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.tooling.billing.FormedPart;
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
  static List<EventChange> between(List<FormedPart> before, List<FormedPart> after) {
    Map<Integer, FormedPart> old = byOrdinal(before);
    Map<Integer, FormedPart> now = byOrdinal(after);
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

  private static Map<Integer, FormedPart> byOrdinal(List<FormedPart> parts) {
    Map<Integer, FormedPart> known = new TreeMap<>();
    parts.forEach(part -> known.put(part.ordinal(), part));
    return known;
  }

  private static @Nullable EventChange between(
      @Nullable FormedPart before, @Nullable FormedPart after) {
    return switch (after) {
      case FormedPart.Ready now -> billed(before, now.event());
      case FormedPart.Faulted now ->
          before instanceof FormedPart.Faulted ? null : new Failing(now.reason().fullText());
      case FormedPart.Filtered _ -> dropped(before);
      case null -> dropped(before);
    };
  }

  private static @Nullable EventChange billed(@Nullable FormedPart before, UsageEvent now) {
    return switch (before) {
      case FormedPart.Ready old -> {
        List<FieldChange> fields = FieldChange.between(old.event(), now);
        yield fields.isEmpty() ? null : new Changed(fields);
      }
      case FormedPart.Faulted old -> new Recovered(true, old.reason().fullText());
      case FormedPart.Filtered _ -> new Added(now);
      case null -> new Added(now);
    };
  }

  private static @Nullable EventChange dropped(@Nullable FormedPart before) {
    return switch (before) {
      case FormedPart.Ready old -> new Dropped(old.event());
      case FormedPart.Faulted old -> new Recovered(false, old.reason().fullText());
      case FormedPart.Filtered _ -> null;
      case null -> null;
    };
  }
}

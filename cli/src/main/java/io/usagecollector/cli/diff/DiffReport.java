package io.usagecollector.cli.diff;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.core.event.UsageEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Changes as people read them, and as scripts do. */
final class DiffReport {
  private final Terminal terminal;

  DiffReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(String place, EventChange change) {
    switch (change) {
      case EventChange.Added it -> {
        head(place, Tone.ADDED, "is billed now, and was not");
        event(Tone.ADDED, "+ ", it.event());
      }
      case EventChange.Dropped it -> {
        head(place, Tone.REMOVED, "is dropped now, and was billed");
        event(Tone.REMOVED, "- ", it.event());
      }
      case EventChange.Failing it -> {
        head(place, Tone.ERROR, "fails now");
        terminal.line("  " + terminal.paint(Tone.PLAIN, it.reason()));
      }
      case EventChange.Recovered it -> {
        head(
            place,
            Tone.NOTICE,
            it.billed() ? "is billed now, and failed" : "is dropped now, and failed");
        terminal.line("  " + terminal.paint(Tone.DIM, "it was: " + it.reason()));
      }
      case EventChange.Changed it -> {
        boolean breaking = it.breaking();
        head(
            place, breaking ? Tone.ERROR : Tone.WARNING, breaking ? "billing-breaking" : "changed");
        it.fields().forEach(this::field);
      }
    }
  }

  private void head(String place, Tone tone, String words) {
    terminal.line(terminal.paint(Tone.BOLD, place + ": ") + terminal.paint(tone, words));
  }

  private void event(Tone tone, String sign, UsageEvent event) {
    terminal.line(
        "  " + terminal.paint(tone, sign + new String(event.json(), StandardCharsets.UTF_8)));
  }

  private void field(FieldChange change) {
    terminal.line(
        (change.breaking() ? terminal.paint(Tone.ERROR, "! ") : "  ")
            + terminal.paint(Tone.PLAIN, change.path() + ": ")
            + terminal.paint(Tone.REMOVED, text(change.before()))
            + " → "
            + terminal.paint(Tone.ADDED, text(change.after())));
  }

  private static String text(Optional<Value> value) {
    return value
        .map(known -> new String(Json.bytes(known), StandardCharsets.UTF_8))
        .orElse("(not there)");
  }

  void summary(DiffTally tally) {
    terminal.line(tally.toString());
    if (tally.isBreaking()) {
      terminal.line(
          terminal.paint(
              Tone.ERROR,
              "billing-breaking: an event that was sent under OLD and is sent again under NEW is"
                  + " another event,\nand is billed again, or to somebody else."));
    }
  }

  void json(long line, EventChange change) {
    MapObj object = new MapObj().put(Str.of("line"), IntNum.of(line));
    switch (change) {
      case EventChange.Added it -> say(object, "added", "event", document(it.event()));
      case EventChange.Dropped it -> say(object, "dropped", "event", document(it.event()));
      case EventChange.Failing it -> say(object, "failing", "reason", Str.of(it.reason()));
      case EventChange.Recovered it ->
          say(object, "recovered", "reason", Str.of(it.reason()))
              .put(Str.of("billed"), Bool.of(it.billed()));
      case EventChange.Changed it ->
          say(object, "changed", "fields", fields(it.fields()))
              .put(Str.of("billing_breaking"), Bool.of(it.breaking()));
    }
    terminal.json(object);
  }

  private static MapObj say(MapObj object, String change, String key, Value value) {
    return object.put(Str.of("change"), Str.of(change)).put(Str.of(key), value);
  }

  private static Value document(UsageEvent event) {
    return Json.read(event.json());
  }

  private static ListArr fields(List<FieldChange> changes) {
    return ListArr.of(changes.stream().map(FieldChange::json).toList());
  }
}

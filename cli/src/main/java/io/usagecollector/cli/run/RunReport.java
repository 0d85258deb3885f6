package io.usagecollector.cli.run;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.terminal.ExitCode;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.core.event.Oddity;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints what became of events, and counts it. */
final class RunReport {
  private final Terminal terminal;
  private final String source;
  private final boolean json;
  private long mapped;
  private long dropped;
  private long failed;

  /**
   * @param source where the events come from, for people
   * @param json whether there is a record for each outcome instead of the events alone
   */
  RunReport(Terminal terminal, String source, boolean json) {
    this.terminal = terminal;
    this.source = source;
    this.json = json;
  }

  void ran(long line, Outcome outcome) {
    switch (outcome) {
      case Outcome.Mapped _ -> mapped++;
      case Outcome.Dropped _ -> dropped++;
      case Outcome.Failed _ -> failed++;
    }
    if (json) {
      terminal.json(record(line, outcome));
    } else {
      show(line, outcome);
    }
  }

  private static MapObj record(long line, Outcome outcome) {
    MapObj record = new MapObj().put(Str.of("line"), IntNum.of(line));
    return switch (outcome) {
      case Outcome.Mapped m -> {
        record.put(Str.of("outcome"), Str.of("mapped")).put(Str.of("event"), value(m.event()));
        yield m.oddities().isEmpty() ? record : record.put(Str.of("warnings"), codes(m.oddities()));
      }
      case Outcome.Dropped _ -> record.put(Str.of("outcome"), Str.of("dropped"));
      case Outcome.Failed f ->
          record.put(Str.of("outcome"), Str.of("failed")).put(Str.of("error"), Str.of(f.error()));
    };
  }

  private static ListArr codes(List<Oddity> oddities) {
    ListArr codes = ListArr.withCapacity(oddities.size());
    oddities.stream()
        .map(Oddity::kind)
        .distinct()
        .sorted()
        .forEach(warning -> codes.add(Str.of(warning.name().toLowerCase(Locale.ROOT))));
    return codes;
  }

  /** A document as one, everything else as text. */
  private static Value value(byte[] event) {
    Value value = Json.read(event);
    return value.isErr() ? Str.of(event) : value;
  }

  private void show(long line, Outcome outcome) {
    switch (outcome) {
      case Outcome.Mapped m -> {
        event(m.event());
        m.oddities().stream()
            .sorted(Comparator.comparing(Oddity::kind))
            .forEach(oddity ->
                told(line, Tone.WARNING, "warning", ": " + Terminal.harmless(oddity.fullText())));
      }
      case Outcome.Dropped _ -> told(line, Tone.NOTICE, "dropped", "");
      case Outcome.Failed f -> told(line, Tone.ERROR, "failed", ": " + f.error());
    }
  }

  /** Where a person looks, control characters are made visible; a pipe gets the bytes. */
  private void event(byte[] event) {
    if (terminal.colour()) {
      terminal.line(Terminal.harmless(new String(event, StandardCharsets.UTF_8)));
    } else {
      terminal.out().write(event, 0, event.length);
      terminal.out().write('\n');
    }
  }

  private void told(long line, Tone tone, String what, String why) {
    terminal.out().flush();
    terminal
        .err()
        .print(
            terminal.paint(Tone.PLAIN, source + ":" + line + ": ")
                + terminal.paint(tone, what)
                + terminal.paint(Tone.PLAIN, why)
                + "\n");
    terminal.err().flush();
  }

  /** The counts, and the command's status. */
  int end() {
    terminal.out().flush();
    terminal
        .err()
        .print(
            terminal.paint(
                    failed == 0 ? Tone.ADDED : Tone.ERROR,
                    (mapped + dropped + failed)
                        + " in: "
                        + mapped
                        + " mapped, "
                        + dropped
                        + " dropped, "
                        + failed
                        + " failed")
                + "\n");
    return failed == 0 ? ExitCode.CLEAN : ExitCode.FOUND;
  }
}

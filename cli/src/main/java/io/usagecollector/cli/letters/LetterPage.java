package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.terminal.Terminal.Tone;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter on a screen. */
final class LetterPage {
  private final Terminal terminal;

  LetterPage(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Filed.OfLetter filed, Letter letter, String life) {
    explanation(filed, letter, life);
    letter.event().ifPresentOrElse(this::event, () -> row("event", "none was made"));
    row("record key", Bytes.line(letter.record().key()));
    for (RecordHeader header : letter.record().headers()) {
      row("header", header.name() + " = " + Bytes.line(header.value()));
    }
    block("value", letter.record().value());
  }

  private void explanation(Filed.OfLetter filed, Letter letter, String life) {
    row("key", letter.key());
    row("reason", letter.reason().kind().name());
    row("why", letter.reason().fullText());
    row(
        "record",
        letter.record().at()
            + ", part "
            + letter.ordinal()
            + ", of "
            + Instant.ofEpochMilli(letter.record().timestampMillis()));
    row("stream", letter.origin().stream().value());
    row("billed at", letter.origin().sink());
    row("mapping", letter.origin().mappingVersion());
    row("attempts", attempts(letter.attempts()));
    row("written", letter.at() + written(filed.writings()));
    row("life left", life);
    if (filed.maybeSent()) {
      row("sent on", "perhaps: a redrive ended before it learned it");
    }
  }

  private static String written(int times) {
    return times == 1 ? "" : ", " + times + " times";
  }

  private static String attempts(Attempts attempts) {
    return attempts.count()
        + ", the first failed at "
        + attempts.firstFailure()
        + (attempts.ambiguous() ? "; the service may have stored the event" : "");
  }

  private void event(UsageEvent event) {
    row("event id", event.eventId());
    row("customer", event.externalCustomerId());
    row("event name", event.eventName());
    row("timestamp", event.timestamp());
    block("event", event.json());
  }

  private void block(String name, byte @Nullable [] bytes) {
    row(name, "");
    terminal.line(Terminal.harmless(Bytes.block(bytes)));
  }

  private void row(String name, String value) {
    terminal.line(
        (terminal.paint(Tone.BOLD, "%-12s".formatted(name)) + Terminal.harmless(value))
            .stripTrailing());
  }
}

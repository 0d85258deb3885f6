package io.usagecollector.cli.letters.redrive;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import java.time.Instant;
import java.util.Optional;

/** In what form letters are sent on. */
public enum Treatment {
  /** With the event that was made, byte by byte; a letter without one is mapped. */
  AS_MAPPED,
  /** Without an event, so that the record is mapped anew; only what was never sent. */
  REMAP,
  /** The same, also of what was sent: it may be billed again under another id. */
  REMAP_AND_REBILL;

  /** Whether it might bill twice what this letter holds. */
  public boolean mayRebill(Filed.OfLetter letter) {
    boolean wasSent =
        letter.head().event().isPresent() || letter.head().ambiguous() || letter.maybeSent();
    return this == REMAP && wasSent;
  }

  /** The letter as it is sent: its attempts begin anew, since somebody has decided so. */
  Letter apply(Letter letter, Instant now) {
    Letter fresh = letter.withAttempts(new Attempts(1, now, now, letter.attempts().ambiguous()));
    return this == AS_MAPPED ? fresh : fresh.withEvent(Optional.empty());
  }
}

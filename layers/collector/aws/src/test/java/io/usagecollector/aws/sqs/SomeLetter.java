package io.usagecollector.aws.sqs;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Letters to store. */
final class SomeLetter {
  private SomeLetter() {}

  /** The first letter of a record with this value. */
  static Letter of(long offset, byte[] value, Instant now) {
    return new Letter(
        new Origin(new StreamId("s"), "flexprice", "v"),
        new SourceRecord(new Coordinates("t", 0, offset), 1, null, value, List.of()),
        0,
        Optional.empty(),
        Reason.of(Reason.Kind.MAPPING_FAULT, "why"),
        Attempts.first(now, false),
        now);
  }

  /** Bytes that no compression makes smaller. */
  static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(3).nextBytes(noise);
    return noise;
  }
}

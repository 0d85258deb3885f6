package io.usagecollector.local.billing.openmeter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.local.billing.Measure;
import java.util.Locale;
import java.util.UUID;

/** The key of a measure's meter: small letters, digits and underscores, at most 64 of them. */
final class MeterKey {
  private static final int READABLE = 24;

  private MeterKey() {}

  /** Readable as far as it goes; what follows keeps apart what reads alike. */
  static String of(Measure measure) {
    String words =
        measure.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_", "");
    String start = words.substring(0, Math.min(READABLE, words.length()));
    String whole = measure.eventName() + "\n" + measure.property();
    String rest = UUID.nameUUIDFromBytes(whole.getBytes(UTF_8)).toString().replace("-", "");
    return (start + "_" + rest).replaceAll("_+", "_").replaceAll("^_", "");
  }
}

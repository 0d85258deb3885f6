package io.usagecollector.bloblang.gotext.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The table of abbreviations, read once when the first region is asked for. */
final class ZoneAbbreviations {
  private static final String RESOURCE = "zone-abbreviations.txt";
  private static final Map<String, Map<String, String>> BY_ZONE = read();

  private ZoneAbbreviations() {}

  /**
   * Abbreviations by offset in seconds, followed by d for daylight saving time; empty for an
   * unknown zone.
   */
  static Map<String, String> of(String zone) {
    return BY_ZONE.getOrDefault(zone, Map.of());
  }

  private static Map<String, Map<String, String>> read() {
    InputStream in =
        Objects.requireNonNull(ZoneAbbreviations.class.getResourceAsStream(RESOURCE), RESOURCE);
    Map<String, Map<String, String>> byZone = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(byZone, line));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return Map.copyOf(byZone);
  }

  private static void add(Map<String, Map<String, String>> byZone, String line) {
    int colon = line.indexOf(": ");
    Map<String, String> abbreviations = new HashMap<>();
    for (String entry : line.substring(0, colon).split(" ")) {
      int equals = entry.indexOf('=');
      abbreviations.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    for (String zone : line.substring(colon + 2).split(" ")) {
      byZone.put(zone, Map.copyOf(abbreviations));
    }
  }
}

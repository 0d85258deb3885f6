package io.usagecollector.bloblang.gotext.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The named entities of the HTML standard, read once when the first is looked up. */
final class Entities {
  private static final String RESOURCE = "entities.txt";
  private static final Map<String, String> BY_NAME = read();

  private Entities() {}

  /**
   * The text of an entity, its name with the semicolon where it has one; empty if there is none.
   */
  static String of(String name) {
    return BY_NAME.getOrDefault(name, "");
  }

  private static Map<String, String> read() {
    InputStream in = Objects.requireNonNull(Entities.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], Entities::text));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  private static String text(String[] parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < parts.length; i++) {
      text.appendCodePoint(Integer.parseInt(parts[i], 16));
    }
    return text.toString();
  }
}

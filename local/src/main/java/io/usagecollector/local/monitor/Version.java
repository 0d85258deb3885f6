package io.usagecollector.local.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Properties;

/**
 * Which program this is.
 *
 * @param version the project's
 * @param built when
 */
public record Version(String version, Instant built) {
  /**
   * Of what is running. The jar's own time tells when: what is in it bears one fixed time, so that
   * it can be made again byte for byte.
   */
  public static Version running() {
    try (InputStream in =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      var properties = new Properties();
      properties.load(in);
      var jar = Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Instant built = Files.getLastModifiedTime(jar).toInstant();
      return new Version(
          Objects.requireNonNull(properties.getProperty("version")),
          built.truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      throw new UncheckedIOException("the version could not be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the collector that we replace writes it. */
  String json() {
    return "{\"version\":\"%s\", \"built\":\"%s\"}".formatted(version, built);
  }
}

package io.usagecollector.testkit.openmeter.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** What the event library makes of an event that keeps to the schema. */
final class EventDecoder {
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);

  private EventDecoder() {}

  /** Thrown for what the library does not take; the text is its own. */
  static final class Undecodable extends Exception {
    private static final long serialVersionUID = 1L;

    Undecodable(String message) {
      super(message);
    }
  }

  static CloudEvent decode(JsonNode event) throws Undecodable {
    String version = event.path("specversion").asText("1.0");
    if (!version.equals("1.0") && !version.equals("0.3")) {
      throw new Undecodable("specversion: unknown : \"" + version + "\"");
    }
    JsonNode data = event.path("data");
    return new CloudEvent(
        event.path("id").asText(),
        UriReference.normalised(event.path("source").asText())
            .orElseThrow(() -> new Undecodable("source: not a URI reference")),
        event.path("type").asText(),
        event.path("subject").asText(),
        time(event.path("time")).orElse(null),
        data.isObject() ? GoJson.write(data) : "");
  }

  private static Optional<Instant> time(JsonNode time) throws Undecodable {
    if (!time.isTextual()) {
      return Optional.empty();
    }
    try {
      Instant instant = OffsetDateTime.parse(time.asText(), RFC_3339).toInstant();
      return instant.equals(ZERO) ? Optional.empty() : Optional.of(instant);
    } catch (DateTimeException e) {
      throw new Undecodable("time: cannot parse as RFC 3339");
    }
  }
}

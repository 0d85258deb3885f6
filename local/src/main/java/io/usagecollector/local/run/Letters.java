package io.usagecollector.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.trigger.Place;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The dead letters in a queue: which records they are of, and why. */
final class Letters {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Letters() {}

  /** The reason by record: at-least-once may leave several letters of one. */
  static Map<Place, String> reasons(Collection<String> bodies) {
    var reasons = new TreeMap<Place, String>();
    for (String body : bodies) {
      JsonNode letter = parse(body);
      var partition =
          new TopicPartition(letter.path("topic").asText(), letter.path("partition").asInt());
      String reason = letter.path("kind").asText() + ": " + letter.path("reason").asText();
      reasons.put(new Place(partition, letter.path("offset").asLong()), reason);
    }
    return reasons;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the dead-letter queue holds what is no letter", e);
    }
  }
}

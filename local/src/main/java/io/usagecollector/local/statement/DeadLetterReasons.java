package io.usagecollector.local.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.trigger.RecordPlace;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The dead letters in a queue: which records they are of, and why. */
public final class DeadLetterReasons {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeadLetterReasons() {}

  /** The reason by record: at-least-once may leave several letters of one. */
  public static Map<RecordPlace, String> reasons(Collection<String> bodies) {
    var reasons = new TreeMap<RecordPlace, String>();
    for (String body : bodies) {
      JsonNode letter = parse(body);
      var partition =
          new TopicPartition(letter.path("topic").asText(), letter.path("partition").asInt());
      String reason = letter.path("kind").asText() + ": " + letter.path("reason").asText();
      reasons.put(new RecordPlace(partition, letter.path("offset").asLong()), reason);
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

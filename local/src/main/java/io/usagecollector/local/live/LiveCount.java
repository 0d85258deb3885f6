package io.usagecollector.local.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the functions say of their batches while they run: a look at the work, never the truth of
 * the final table. It reads their metric lines (CloudWatch's embedded format), and what they log of
 * held records.
 */
public final class LiveCount implements Consumer<String> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HELD = "held ";

  private final Map<String, Count> counts = new HashMap<>();
  private final TreeSet<String> reasons = new TreeSet<>();

  /**
   * What was handed over to a function, and how it ended; each handing over counts.
   *
   * @param batches invocations that came to their end
   * @param received records, or messages of the retry queue
   * @param requests bulks sent to the billing service
   */
  public record Count(
      long batches,
      long received,
      long filtered,
      long accepted,
      long deferred,
      long deadLettered,
      long held,
      long requests) {
    public static final Count NONE = new Count(0, 0, 0, 0, 0, 0, 0, 0);

    private static Count of(JsonNode line) {
      return new Count(
          line.has("Received") ? 1 : 0,
          line.path("Received").asLong(),
          line.path("Filtered").asLong(),
          line.path("Accepted").asLong(),
          line.path("Deferred").asLong(),
          line.path("DeadLettered").asLong(),
          line.path("Held").asLong(),
          line.path("Requests").asLong());
    }

    public Count plus(Count other) {
      return new Count(
          batches + other.batches,
          received + other.received,
          filtered + other.filtered,
          accepted + other.accepted,
          deferred + other.deferred,
          deadLettered + other.deadLettered,
          held + other.held,
          requests + other.requests);
    }
  }

  @Override
  public void accept(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    try {
      read(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      // A line cut off by a kill says nothing; the final table does not need it.
      return;
    }
  }

  private synchronized void read(JsonNode line) {
    if (line.has("_aws")) {
      counts.merge(line.path("Service").asText(), Count.of(line), Count::plus);
    }
    String message = line.path("message").asText();
    if (message.startsWith(HELD)) {
      // "held TOPIC/PARTITION/OFFSETS (N records): why": the coordinates are known better
      // elsewhere.
      reasons.add(message.substring(message.indexOf("): ") + 3));
    } else if (line.path("level").asText().equals("ERROR")) {
      reasons.add(message);
    }
  }

  /** What the function of that name says. */
  public synchronized Count count(String function) {
    return counts.getOrDefault(function, Count.NONE);
  }

  /** Why records were held, and alarms, in the functions' own words. */
  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}

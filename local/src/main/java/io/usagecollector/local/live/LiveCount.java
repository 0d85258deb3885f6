package io.usagecollector.local.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
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

  private Count count = new Count(0, 0, 0, 0);
  private final TreeSet<String> reasons = new TreeSet<>();

  /** Records handed over, and how they ended; each handing over counts. */
  public record Count(long received, long filtered, long accepted, long deadLettered) {
    Count plus(JsonNode line) {
      return new Count(
          received + line.path("Received").asLong(),
          filtered + line.path("Filtered").asLong(),
          accepted + line.path("Accepted").asLong(),
          deadLettered + line.path("DeadLettered").asLong());
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
      count = count.plus(line);
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

  public synchronized Count count() {
    return count;
  }

  /** Why records were held, and alarms, in the functions' own words. */
  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}

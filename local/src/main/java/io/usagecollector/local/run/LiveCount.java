package io.usagecollector.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;

/**
 * What the functions say of their batches, added up while they run: a look at the work, never the
 * truth of the final table. It reads their metric lines (CloudWatch's embedded format).
 */
final class LiveCount implements Consumer<String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Count count = new Count(0, 0, 0, 0);

  /** Records handed over, and how they ended; each handing over counts. */
  record Count(long received, long filtered, long accepted, long deadLettered) {
    Count plus(JsonNode line) {
      return new Count(
          received + line.path("Received").asLong(),
          filtered + line.path("Filtered").asLong(),
          accepted + line.path("Accepted").asLong(),
          deadLettered + line.path("DeadLettered").asLong());
    }
  }

  @Override
  public synchronized void accept(String line) {
    if (line.startsWith("{") && line.contains("\"_aws\"")) {
      try {
        count = count.plus(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        // A line cut off by a kill says nothing; the final table does not need it.
        return;
      }
    }
  }

  synchronized Count count() {
    return count;
  }
}

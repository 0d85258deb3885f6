package io.usagecollector.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.lambda.InvokeResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads an invocation's end as AWS does. Without {@code ReportBatchItemFailures} an answer is never
 * read: it counts as success whatever it says.
 */
record AnswerReader(boolean reportBatchItemFailures) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  BatchVerdict read(InvokeResult result, Set<RecordPlace> batch) {
    return switch (result) {
      case InvokeResult.Answered answered ->
          reportBatchItemFailures ? read(answered.body(), batch) : new BatchVerdict.Success();
      case InvokeResult.Faulted(String type, String message) ->
          new BatchVerdict.Failure(message.isEmpty() ? type : message);
      case InvokeResult.TimedOut(var after) ->
          new BatchVerdict.Failure("killed: out of time after " + after.toSeconds() + " s");
      case InvokeResult.Died(int status) ->
          new BatchVerdict.Failure("the function's process ended with status " + status);
    };
  }

  private static BatchVerdict read(byte[] body, Set<RecordPlace> batch) {
    try {
      JsonNode items = JSON.readTree(body).path("batchItemFailures");
      if (items.isMissingNode() || items.isNull() || items.isEmpty()) {
        return new BatchVerdict.Success();
      }
      return readItems(items, batch);
    } catch (JsonProcessingException e) {
      return new BatchVerdict.Failure("the answer is not JSON");
    } catch (IOException e) {
      return new BatchVerdict.Failure("the answer cannot be read");
    }
  }

  private static BatchVerdict readItems(JsonNode items, Set<RecordPlace> batch) {
    Map<String, RecordPlace> known = new HashMap<>();
    batch.forEach(place -> known.put(place.partition() + "@" + place.offset(), place));
    var failed = new HashSet<RecordPlace>();
    for (JsonNode item : items) {
      JsonNode identifier = item.path("itemIdentifier");
      JsonNode offset = identifier.path("offset");
      RecordPlace place = known.get(identifier.path("partition").asText() + "@" + offset.asText());
      if (place == null || !offset.isIntegralNumber()) {
        return new BatchVerdict.Failure(
            "the answer names a record that is not in the batch: " + identifier);
      }
      failed.add(place);
    }
    return new BatchVerdict.Partial(failed);
  }
}

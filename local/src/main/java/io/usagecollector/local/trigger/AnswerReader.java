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

  Verdict read(InvokeResult result, Set<Place> batch) {
    return switch (result) {
      case InvokeResult.Answered answered ->
          reportBatchItemFailures ? read(answered.body(), batch) : new Verdict.Success();
      case InvokeResult.Faulted(String type, String message) ->
          new Verdict.Failure(message.isEmpty() ? type : message);
      case InvokeResult.TimedOut(var after) ->
          new Verdict.Failure("killed: out of time after " + after.toSeconds() + " s");
      case InvokeResult.Died(int status) ->
          new Verdict.Failure("the function's process ended with status " + status);
    };
  }

  private static Verdict read(byte[] body, Set<Place> batch) {
    try {
      JsonNode items = JSON.readTree(body).path("batchItemFailures");
      if (items.isMissingNode() || items.isNull() || items.isEmpty()) {
        return new Verdict.Success();
      }
      return readItems(items, batch);
    } catch (JsonProcessingException e) {
      return new Verdict.Failure("the answer is not JSON");
    } catch (IOException e) {
      return new Verdict.Failure("the answer cannot be read");
    }
  }

  private static Verdict readItems(JsonNode items, Set<Place> batch) {
    Map<String, Place> known = new HashMap<>();
    batch.forEach(place -> known.put(place.partition() + "@" + place.offset(), place));
    var failed = new HashSet<Place>();
    for (JsonNode item : items) {
      JsonNode identifier = item.path("itemIdentifier");
      JsonNode offset = identifier.path("offset");
      Place place = known.get(identifier.path("partition").asText() + "@" + offset.asText());
      if (place == null || !offset.isIntegralNumber()) {
        return new Verdict.Failure(
            "the answer names a record that is not in the batch: " + identifier);
      }
      failed.add(place);
    }
    return new Verdict.Partial(failed);
  }
}

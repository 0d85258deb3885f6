package io.usagecollector.local.poller;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.local.lambda.InvokeResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads an invocation's end as AWS does. Without {@code ReportBatchItemFailures} an answer is never
 * read: it counts as success whatever it says.
 */
record KeptReader(boolean reportBatchItemFailures) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What stays in the queue, of a batch with these message ids. */
  Kept read(InvokeResult result, Set<String> batch) {
    return switch (result) {
      case InvokeResult.Answered answered ->
          reportBatchItemFailures ? read(answered.body(), batch) : Kept.NOTHING;
      case InvokeResult.Faulted(String type, String message) ->
          new Kept(batch, message.isEmpty() ? type : message);
      case InvokeResult.TimedOut(var after) ->
          new Kept(batch, "killed: out of time after " + after.toSeconds() + " s");
      case InvokeResult.Died(int status) ->
          new Kept(batch, "the function's process ended with status " + status);
    };
  }

  private static Kept read(byte[] body, Set<String> batch) {
    try {
      JsonNode items = JSON.readTree(body).path("batchItemFailures");
      if (items.isMissingNode() || items.isNull()) {
        return Kept.NOTHING;
      }
      return items.isArray()
          ? readItems(items, batch)
          : new Kept(batch, "batchItemFailures is no list");
    } catch (IOException e) {
      return new Kept(batch, "the answer is not JSON");
    }
  }

  private static Kept readItems(JsonNode items, Set<String> batch) {
    var failed = new HashSet<String>();
    for (JsonNode item : items) {
      JsonNode id = item.path("itemIdentifier");
      if (!id.isTextual() || !batch.contains(id.textValue())) {
        return new Kept(batch, "the answer names a message that is not in the batch: " + id);
      }
      failed.add(id.textValue());
    }
    return new Kept(failed, failed.isEmpty() ? "" : "listed in batchItemFailures");
  }
}

package io.usagecollector.redeliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A queue's event source mapping, one batch at a time: invokes the function with what it received,
 * and deletes what the answer does not list.
 */
record Trigger(Queue queue, RedeliverHandler handler) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIME_LEFT = 20_000;

  /** Hands over what can be received now; gives the messages that stay. */
  List<Message> deliver() throws IOException {
    return deliver(queue.receive());
  }

  List<Message> deliver(List<Message> received) throws IOException {
    List<String> failed = failed(invoke(handler, event(received)));
    List<Message> staying = new ArrayList<>();
    for (Message message : received) {
      if (failed.contains(message.messageId())) {
        staying.add(message);
      } else {
        queue.delete(message.receiptHandle());
      }
    }
    return staying;
  }

  static JsonNode invoke(RedeliverHandler handler, byte[] event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event), out, InvocationContext.of("request-1", TIME_LEFT));
    return JSON.readTree(out.toByteArray());
  }

  /** The messages that an answer lists; one that is of another form is none. */
  static List<String> failed(JsonNode answer) {
    List<String> failed = new ArrayList<>();
    for (JsonNode item : answer.required("batchItemFailures")) {
      failed.add(item.required("itemIdentifier").asText());
    }
    return failed;
  }

  static byte[] event(List<Message> messages) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      ObjectNode attributes = record.putObject("attributes");
      message.attributes().forEach((name, value) -> attributes.put(name.toString(), value));
      record.putObject("messageAttributes");
      record.put("md5OfBody", message.md5OfBody());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", "arn:aws:sqs:eu-central-1:000000000000:retries");
      record.put("awsRegion", "eu-central-1");
    }
    return JSON.writeValueAsBytes(event);
  }
}

package io.usagecollector.aws.sqs.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one message of an SQS event, from its opening brace to its closing one. */
final class SqsMessageReader {
  private final JsonParser json;
  private @Nullable String id;
  private @Nullable String receipt;
  private @Nullable String body;
  private long sentMillis;
  private int receives = 1;

  SqsMessageReader(JsonParser json) {
    this.json = json;
  }

  SqsMessage read() throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      field(name, json.nextToken());
    }
    return new SqsMessage(
        new QueueMessage(known(id, "messageId"), known(receipt, "receiptHandle")),
        known(body, "body"),
        Instant.ofEpochMilli(sentMillis),
        receives);
  }

  private void field(String name, JsonToken token) throws IOException {
    switch (name) {
      case "messageId" -> id = json.getValueAsString();
      case "receiptHandle" -> receipt = json.getValueAsString();
      case "body" -> body = json.getValueAsString();
      case "attributes" -> attributes(token);
      default -> json.skipChildren();
    }
  }

  /** Numbers are texts here. */
  private void attributes(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      switch (name) {
        case "ApproximateReceiveCount" -> receives = Math.max(1, json.getValueAsInt(1));
        case "SentTimestamp" -> sentMillis = json.getValueAsLong(0);
        default -> json.skipChildren();
      }
    }
  }

  private static String known(@Nullable String value, String name) {
    if (value == null) {
      throw new MalformedEventException("not an SQS event: a message lacks its " + name);
    }
    return value;
  }
}

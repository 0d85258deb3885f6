package io.usagecollector.local.poller;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A message as Lambda's event shows it.
 *
 * @param queueArn the queue's ARN, whose fourth part is the region
 */
record MessageJson(String queueArn) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int REGION = 3;

  byte[] write(Message message) {
    var out = new ByteArrayOutputStream(message.body().length() + 512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("messageId", message.messageId());
      json.writeStringField("receiptHandle", message.receiptHandle());
      json.writeStringField("body", message.body());
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : message.attributesAsStrings().entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      json.writeEndObject();
      writeAttributes(json, message.messageAttributes());
      json.writeStringField("md5OfBody", message.md5OfBody());
      json.writeStringField("eventSource", "aws:sqs");
      json.writeStringField("eventSourceARN", queueArn);
      json.writeStringField("awsRegion", queueArn.split(":", -1)[REGION]);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void writeAttributes(
      JsonGenerator json, Map<String, MessageAttributeValue> attributes) throws IOException {
    json.writeObjectFieldStart("messageAttributes");
    for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
      MessageAttributeValue value = attribute.getValue();
      json.writeObjectFieldStart(attribute.getKey());
      if (value.stringValue() != null) {
        json.writeStringField("stringValue", value.stringValue());
      }
      if (value.binaryValue() != null) {
        json.writeStringField(
            "binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
      }
      json.writeStringField("dataType", value.dataType());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}

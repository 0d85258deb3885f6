package io.usagecollector.aws.sqs.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.usagecollector.aws.MalformedEventException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON an event source mapping for SQS invokes a function with, in one pass. Unknown
 * fields are passed over.
 */
public final class SqsEventReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private SqsEventReader() {}

  /**
   * The messages, of any number.
   *
   * @throws MalformedEventException if it is no such event; nothing of it can be trusted then
   * @throws IOException if the stream breaks
   */
  public static List<SqsMessage> read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      return read(json);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      var at = e.getLocation();
      throw new MalformedEventException(
          "not an SQS event: malformed near byte " + (at == null ? "?" : at.getByteOffset()));
    }
  }

  private static List<SqsMessage> read(JsonParser json) throws IOException {
    List<SqsMessage> messages = new ArrayList<>();
    boolean hasRecords = false;
    expect(json.nextToken(), JsonToken.START_OBJECT, "the event");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals("Records")) {
        hasRecords = true;
        expect(token, JsonToken.START_ARRAY, "Records");
        records(json, messages);
      } else {
        json.skipChildren();
      }
    }
    expect(json.currentToken(), JsonToken.END_OBJECT, "the event's end");
    if (!hasRecords) {
      throw new MalformedEventException(
          "not an SQS event: it has no Records array. Is the function called by an SQS trigger?");
    }
    return messages;
  }

  private static void records(JsonParser json, List<SqsMessage> messages) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      messages.add(new SqsMessageReader(json).read());
    }
    expect(json.currentToken(), JsonToken.END_ARRAY, "Records");
  }

  private static void expect(@Nullable JsonToken found, JsonToken wanted, String what) {
    if (found != wanted) {
      throw new MalformedEventException("not an SQS event: " + what + " is not as expected");
    }
  }
}

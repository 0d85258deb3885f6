package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the text of one message. */
final class MessageReader {
  private final EnvelopeReader envelope = new EnvelopeReader();
  private final List<Letter> letters = new ArrayList<>();

  Message read(String body) {
    try (JsonParser json = SealedText.JSON.createParser(body)) {
      NotALetterException.unless(json.nextToken() == JsonToken.START_OBJECT, "no JSON object");
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        field(name, json);
      }
      return letters.isEmpty() ? envelope.message() : new Message.Whole(letters);
    } catch (IOException | RuntimeException e) {
      return new Message.Unreadable(NotALetterException.why(e));
    }
  }

  private void field(String name, JsonParser json) throws IOException {
    json.nextToken();
    switch (name) {
      case "schema" -> schema(json.getIntValue());
      case "letters" -> several(json);
      case "letters_gzip" -> unpack(json.getBinaryValue());
      default -> envelope.field(name, json);
    }
  }

  private static void schema(int schema) throws IOException {
    NotALetterException.unless(
        schema >= 1 && schema <= Message.SCHEMA, "letter schema " + schema + " is not known");
  }

  private void unpack(byte[] gzip) throws IOException {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip));
        JsonParser json = SealedText.JSON.createParser(plain)) {
      json.nextToken();
      several(json);
    }
  }

  private void several(JsonParser json) throws IOException {
    NotALetterException.unless(json.currentToken() == JsonToken.START_ARRAY, "no JSON array");
    while (json.nextToken() == JsonToken.START_OBJECT) {
      EnvelopeReader one = new EnvelopeReader();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        one.field(name, json);
      }
      letters.add(one.letter(letters));
    }
  }
}

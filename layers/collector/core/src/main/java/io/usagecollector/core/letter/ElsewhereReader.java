package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads what stands in an envelope whose content is not all in it. */
final class ElsewhereReader {
  private ElsewhereReader() {}

  static Claim claim(JsonParser json) throws IOException {
    Texts texts = new Texts();
    fields(json, texts);
    return new Claim(
        texts.get("bucket"),
        texts.get("object"),
        texts.get("sha256"),
        Integer.parseInt(texts.get("bytes")));
  }

  static Slice slice(JsonParser json) throws IOException {
    Texts texts = new Texts();
    byte[] bytes = fields(json, texts);
    return new Slice(
        Integer.parseInt(texts.get("number")),
        Integer.parseInt(texts.get("of")),
        texts.get("sha256"),
        bytes);
  }

  /** Takes all fields; what a part holds of the content is given back. */
  private static byte[] fields(JsonParser json, Texts texts) throws IOException {
    NotALetterException.unless(json.currentToken() == JsonToken.START_OBJECT, "no JSON object");
    byte[] bytes = {};
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals("bytes") && token == JsonToken.VALUE_STRING) {
        bytes = json.getBinaryValue();
      } else {
        texts.put(name, json);
      }
    }
    return bytes;
  }
}

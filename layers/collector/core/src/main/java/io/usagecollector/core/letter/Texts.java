package io.usagecollector.core.letter;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The fields of one envelope that are texts or numbers, by name. */
final class Texts {
  private final Map<String, String> values = new HashMap<>();

  /** Takes the value that the parser stands on; one of another shape is passed over. */
  void put(String name, JsonParser json) throws IOException {
    if (json.currentToken().isScalarValue()) {
      values.put(name, json.getText());
    } else {
      json.skipChildren();
    }
  }

  Texts copy() {
    Texts copy = new Texts();
    copy.values.putAll(values);
    return copy;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String get(String name) throws NotALetterException {
    return required(values, name);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  static String required(Map<String, String> fields, String name) throws NotALetterException {
    String text = fields.get(name);
    if (text == null) {
      throw new NotALetterException("the field " + name + " is missing");
    }
    return text;
  }
}

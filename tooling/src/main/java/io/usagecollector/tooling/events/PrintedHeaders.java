package io.usagecollector.tooling.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.event.RecordHeader;
import java.util.ArrayList;
import java.util.List;

/** The ways in which tools print a record's headers. */
final class PrintedHeaders {
  private final PrintedBytes bytes;
  private final List<RecordHeader> headers = new ArrayList<>();

  private PrintedHeaders(PrintedBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * <ul>
   *   <li>{@code rpk}: {@code [{"key": "name", "value": "text"}]}
   *   <li>{@code kcat}: {@code ["name", "text", "name", null]}, or {@code {"name": ["text"]}}
   *   <li>Lambda: {@code [{"name": [116, 101, -1]}]}, signed bytes
   * </ul>
   *
   * @throws IllegalArgumentException where it is none of these; the message is for people
   */
  static List<RecordHeader> read(JsonNode node, PrintedBytes bytes) {
    var reading = new PrintedHeaders(bytes);
    if (node.isArray()) {
      reading.list(node);
    } else if (node.isObject()) {
      node.properties().forEach(entry -> reading.named(entry.getKey(), entry.getValue()));
    } else if (!node.isMissingNode() && !node.isNull()) {
      throw unknown();
    }
    return reading.headers;
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("its headers are written in a way that is not known");
  }

  private void list(JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode element = list.get(i);
      if (element.isObject()) {
        object(element);
      } else if (element.isTextual() && i + 1 < list.size()) {
        add(element.asText(), list.get(++i));
      } else {
        throw unknown();
      }
    }
  }

  private void object(JsonNode header) {
    if (header.path("key").isTextual()) {
      add(header.path("key").asText(), header.path("value"));
    } else {
      header.properties().forEach(entry -> named(entry.getKey(), entry.getValue()));
    }
  }

  /** A header's values, or one value's bytes. */
  private void named(String name, JsonNode values) {
    if (!values.isArray()) {
      add(name, values);
    } else if (!values.isEmpty() && values.get(0).isInt()) {
      headers.add(new RecordHeader(name, signed(values)));
    } else if (values.isEmpty()) {
      headers.add(new RecordHeader(name, new byte[0]));
    } else {
      values.forEach(value -> add(name, value));
    }
  }

  private static byte[] signed(JsonNode numbers) {
    byte[] signed = new byte[numbers.size()];
    for (int i = 0; i < signed.length; i++) {
      if (!numbers.get(i).isInt()) {
        throw unknown();
      }
      signed[i] = (byte) numbers.get(i).asInt();
    }
    return signed;
  }

  private void add(String name, JsonNode value) {
    headers.add(new RecordHeader(name, bytes.of("header " + name, value)));
  }
}

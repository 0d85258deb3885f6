package io.usagecollector.ensure.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads a body's names of a customer, as the sidecar's Go does. At the top, case does not matter,
 * null changes nothing and anything else than a string is refused; in {@code data}, case matters
 * and what is no string is not there. Of a name that is written twice, the last one counts.
 */
final class BodyReader {
  private static final String DATA = "data";

  /** Names are the callers' own: none is kept for the next request. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(RequestFault.MOST_BYTES)
                  .maxNestingDepth(10_000)
                  .build())
          .build();

  private final JsonParser json;
  private final Said said = new Said();

  private BodyReader(JsonParser json) {
    this.json = json;
  }

  /**
   * What a body says. One that is empty, or null, says nothing.
   *
   * @throws RefusedRequestException if it is no JSON object, or what it says is no text
   */
  static Said read(String body) throws RefusedRequestException {
    if (body.isEmpty()) {
      return new Said();
    }
    try (JsonParser json = JSON.createParser(body)) {
      var reader = new BodyReader(json);
      reader.whole();
      return reader.said;
    } catch (JacksonException e) {
      throw notJson();
    } catch (IOException e) {
      throw new UncheckedIOException("a string could not be read", e);
    }
  }

  private void whole() throws IOException, RefusedRequestException {
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      top();
    } else if (first != JsonToken.VALUE_NULL) {
      throw notJson();
    }
    if (json.nextToken() != null) {
      throw notJson();
    }
  }

  private void top() throws IOException, RefusedRequestException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      Optional<Alias> alias = Alias.atTop(name);
      if (alias.isPresent()) {
        atTop(alias.get());
      } else if (AnyCase.same(DATA, name)) {
        data();
      } else {
        json.skipChildren();
      }
    }
  }

  private void atTop(Alias alias) throws IOException, RefusedRequestException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      said.top(alias, json.getText());
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      throw notJson();
    }
  }

  /** One that is written twice is one; null takes back what was written before. */
  private void data() throws IOException, RefusedRequestException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      said.noData();
      return;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw notJson();
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      boolean text = json.nextToken() == JsonToken.VALUE_STRING;
      Optional<String> value = text ? Optional.of(json.getText()) : Optional.empty();
      json.skipChildren();
      Alias.inData(name).ifPresent(alias -> said.data(alias, value));
    }
  }

  private static RefusedRequestException notJson() {
    return new RefusedRequestException(RequestFault.NOT_JSON);
  }
}

package io.usagecollector.core.sink.openmeter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.usagecollector.core.sink.http.meaning.Accused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a batch OpenMeter refuses. v3 lists each as the field {@code 1.subject} among its
 * {@code invalid_parameters}; v1 names the first as {@code Error at "/1/subject"} in its {@code
 * detail}. What its schema lets pass and its parser does not is named by neither.
 */
final class OpenMeterAccusation {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern FIELD =
      Pattern.compile("([0-9]{1,6})(?:\\.([^.]*).*)?", Pattern.DOTALL);
  private static final Pattern DETAIL =
      Pattern.compile(
          "request body has an error: doesn't match schema[^:\"]*:"
              + " Error at \"/([0-9]{1,6})(?:/([^/\"]*)[^\"]*)?\": .*",
          Pattern.DOTALL);

  /** No other name is repeated: it may be the event's own word. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "data",
          "datacontenttype",
          "dataschema",
          "id",
          "source",
          "specversion",
          "subject",
          "time",
          "type");

  private final List<Integer> events = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private @Nullable String detail;
  private boolean listed;
  private boolean ofTheWhole;

  private OpenMeterAccusation() {}

  static Accused in(byte[] body) {
    var accusation = new OpenMeterAccusation();
    try (JsonParser parser = JSON.createParser(body)) {
      accusation.read(parser);
    } catch (IOException e) {
      return Accused.NOBODY;
    }
    return accusation.accused();
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("invalid_parameters") && value == JsonToken.START_ARRAY) {
        parameters(parser);
      } else if (name.equals("detail") && value == JsonToken.VALUE_STRING) {
        detail = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void parameters(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      listed = true;
      String field = "";
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("field") && value == JsonToken.VALUE_STRING) {
          field = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
      accuse(FIELD.matcher(field));
    }
  }

  private void accuse(Matcher named) {
    if (!named.matches()) {
      ofTheWhole = true;
      return;
    }
    events.add(Integer.parseInt(named.group(1)));
    Optional.ofNullable(named.group(2)).filter(ATTRIBUTES::contains).ifPresent(fields::add);
  }

  /** One complaint about the batch itself leaves open if the events named beside it are all. */
  private Accused accused() {
    if (!listed && detail != null) {
      accuse(DETAIL.matcher(detail));
    }
    return ofTheWhole ? Accused.NOBODY : new Accused(events, fields);
  }
}

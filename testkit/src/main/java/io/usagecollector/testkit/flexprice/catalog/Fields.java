package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.flexprice.ingest.GoJson;
import io.usagecollector.testkit.flexprice.ingest.GoTimestamp;
import io.usagecollector.testkit.flexprice.ingest.MalformedBody;
import io.usagecollector.testkit.store.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request object as Go binds it: keys without case, the last one wins, null and absent alike, and
 * a value of the wrong type refuses the whole request in the words of its handler.
 */
public final class Fields {
  private final ObjectNode object;
  private final String refusal;

  private Fields(ObjectNode object, String refusal) {
    this.object = object;
    this.refusal = refusal;
  }

  /**
   * Binds a body.
   *
   * @param refusal the handler's message for a body that does not bind
   */
  public static Fields bind(byte[] body, String refusal) {
    try (JsonParser parser = GoJson.parser(GoJson.prepare(body))) {
      JsonNode node = Json.MAPPER.readTree(parser);
      if (node instanceof ObjectNode object) {
        return new Fields(object, refusal);
      }
      if (node != null && node.isNull()) {
        return new Fields(Json.MAPPER.createObjectNode(), refusal);
      }
    } catch (IOException | MalformedBody e) {
      throw new Refused(ApiProblem.validation(refusal));
    }
    throw new Refused(ApiProblem.validation(refusal));
  }

  /** A string, "" when absent. */
  public String text(String key) {
    return node(key).map(this::requireText).orElse("");
  }

  public Optional<Instant> time(String key) {
    return node(key).map(node -> instant(requireText(node)));
  }

  public int integer(String key, int otherwise) {
    return node(key).map(this::requireInteger).orElse(otherwise);
  }

  /** A decimal given as a number or as a string. */
  public Optional<BigDecimal> decimal(String key) {
    return node(key).map(this::requireDecimal);
  }

  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    elements(key).forEach(node -> texts.add(requireText(node)));
    return texts;
  }

  public Map<String, String> textMap(String key) {
    Map<String, String> map = new TreeMap<>();
    node(key)
        .map(this::requireObject)
        .ifPresent(object ->
            object
                .properties()
                .forEach(entry -> map.put(entry.getKey(), requireText(entry.getValue()))));
    return map;
  }

  public Optional<Fields> object(String key) {
    return node(key).map(node -> new Fields(requireObject(node), refusal));
  }

  public List<Fields> objects(String key) {
    List<Fields> objects = new ArrayList<>();
    elements(key).forEach(node -> objects.add(new Fields(requireObject(node), refusal)));
    return objects;
  }

  private JsonNode elements(String key) {
    JsonNode array = node(key).orElseGet(Json.MAPPER::createArrayNode);
    if (!array.isArray()) {
      throw refused();
    }
    return array;
  }

  private Optional<JsonNode> node(String key) {
    Optional<JsonNode> found = Optional.empty();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getKey().equalsIgnoreCase(key) && !entry.getValue().isNull()) {
        found = Optional.of(entry.getValue());
      }
    }
    return found;
  }

  private String requireText(JsonNode node) {
    if (!node.isTextual()) {
      throw refused();
    }
    return node.textValue();
  }

  private ObjectNode requireObject(JsonNode node) {
    if (node instanceof ObjectNode child) {
      return child;
    }
    throw refused();
  }

  private BigDecimal requireDecimal(JsonNode node) {
    try {
      return new BigDecimal(node.isNumber() ? node.asText() : requireText(node));
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private Instant instant(String text) {
    try {
      return GoTimestamp.parse(text);
    } catch (MalformedBody e) {
      throw refused();
    }
  }

  private int requireInteger(JsonNode node) {
    if (!node.isInt()) {
      throw refused();
    }
    return node.intValue();
  }

  private Refused refused() {
    return new Refused(ApiProblem.validation(refusal));
  }
}

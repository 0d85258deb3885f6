package io.usagecollector.ensure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's document as callers have it, and answers held against it. */
public final class ApiContract {
  static final Path FILE = Path.of("..", "..", "docs", "ensure-api.yaml");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The one in the docs. */
  public static final ApiContract PUBLISHED = new ApiContract(published());

  private final JsonNode document;
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  ApiContract(JsonNode document) {
    this.document = document;
  }

  private static JsonNode published() {
    try {
      var settings = LoadSettings.builder().build();
      return JSON.valueToTree(new Load(settings).loadFromString(Files.readString(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That an answer is one that the document names: its status, headers, media type and body. */
  public void hold(
      String method, String path, int status, Map<String, String> headers, String body) {
    JsonNode response = response(method, path, status);
    assertThat(response.isMissingNode())
        .as("%s %s must not answer %d: %s", method, path, status, body)
        .isFalse();
    headers(response.path("headers"), headers);
    JsonNode content = response.path("content");
    String type = headers.getOrDefault("Content-Type", "none");
    assertThat(content.has(type)).as("%s of %d", type, status).isTrue();
    switch (type) {
      case "application/json" -> {
        assertThat(body).endsWith("}\n");
        valid(content.path(type).path("schema"), parsed(body));
      }
      default -> valid(content.path(type).path("schema"), JSON.valueToTree(body));
    }
  }

  /** Of a call that no path describes, what the document says of all such. */
  private JsonNode response(String method, String path, int status) {
    JsonNode at = document.path("paths").path(path);
    JsonNode operation = at.path(method.toLowerCase(Locale.ROOT));
    JsonNode unlisted = document.path("components").path("responses");
    if (at.isMissingNode()) {
      return unlisted.path(status == 404 ? "NotFound" : "");
    }
    if (operation.isMissingNode() || !method.equals(method.toUpperCase(Locale.ROOT))) {
      return unlisted.path(status == 405 ? "MethodNotAllowed" : "");
    }
    return operation.path("responses").path(Integer.toString(status));
  }

  private void headers(JsonNode documented, Map<String, String> sent) {
    sent.forEach((name, value) -> {
      if (!name.equals("Content-Type")) {
        assertThat(documented.has(name)).as("header %s", name).isTrue();
        JsonNode schema = documented.path(name).path("schema");
        boolean number = schema.path("type").asText().equals("integer");
        valid(schema, number ? parsed(value) : JSON.valueToTree(value));
      }
    });
    documented
        .properties()
        .forEach(header -> {
          if (header.getValue().path("required").asBoolean()) {
            assertThat(sent).containsKey(header.getKey());
          }
        });
  }

  private void valid(JsonNode schema, JsonNode value) {
    List<Error> errors =
        compiled.computeIfAbsent(schema.toString(), _ -> schema(schema)).validate(value);
    assertThat(errors).as("%s against %s", value, schema).isEmpty();
  }

  /** With the document's components beside it, so that references lead somewhere. */
  private Schema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.path("components"));
    whole.putArray("allOf").add(schema);
    return schemas.getSchema(whole);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }
}

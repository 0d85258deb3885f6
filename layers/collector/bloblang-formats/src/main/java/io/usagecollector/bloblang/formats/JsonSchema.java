package io.usagecollector.bloblang.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.usagecollector.bloblang.run.ArgumentException;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Json;
import io.usagecollector.bloblang.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON Schema, ready to check values. */
final class JsonSchema {
  private static final String UNREADABLE = "failed to parse json schema definition: ";
  private static final ObjectMapper READER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Knows the drafts' own documents and no others: nothing is fetched. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_7,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .formatAssertionsEnabled(true)
                          .regularExpressionFactory(Re2Patterns::compile)
                          .build()));

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  static Op compile(String text) throws ArgumentException {
    JsonSchema schema = new JsonSchema(parse(text));
    return (receiver, frame) -> schema.check(receiver);
  }

  private static Schema parse(String text) throws ArgumentException {
    try {
      JsonNode node = READER.readTree(text);
      if (!node.isObject() && !node.isBoolean()) {
        throw new ArgumentException(UNREADABLE + "it is neither an object nor a bool");
      }
      Schema schema = REGISTRY.getSchema(node.toString(), InputFormat.JSON);
      schema.initializeValidators();
      return schema;
    } catch (JsonProcessingException e) {
      throw new ArgumentException(UNREADABLE + e.getOriginalMessage());
    } catch (SchemaException e) {
      throw new ArgumentException(UNREADABLE + e.getMessage());
    }
  }

  private Value check(Value value) {
    try {
      List<com.networknt.schema.Error> errors = schema.validate(READER.readTree(Json.bytes(value)));
      return errors.isEmpty() ? value : failure(errors);
    } catch (IOException e) {
      return Err.of("the value has no JSON form to check");
    }
  }

  private static Err failure(List<com.networknt.schema.Error> errors) {
    String text =
        errors.stream().map(SchemaComplaint::text).distinct().collect(Collectors.joining("\n"));
    return Err.of(text, "the value does not match its JSON schema");
  }
}

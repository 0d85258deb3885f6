package io.usagecollector.bloblang.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.extension.Body;
import io.usagecollector.bloblang.extension.RunBudget;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JSON Schema, ready to check values. */
final class JsonSchema {
  private static final String UNREADABLE = "failed to parse json schema definition: ";
  private static final Err NO_JSON = Err.of("the value has no JSON form to check");
  private static final ObjectMapper READER =
      new ObjectMapper()
          .setNodeFactory(new SchemaNumbers())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The drafts that there are, with what is bounded in place of what is not. */
  private static final List<Dialect> DIALECTS =
      Stream.of(
              Dialects.getDraft7(),
              Dialects.getDraft6(),
              Dialects.getDraft4(),
              Dialects.getDraft201909(),
              Dialects.getDraft202012())
          .map(dialect -> Dialect.builder(dialect).keyword(new UniqueItems()).build())
          .toList();

  /** Knows the drafts' own documents and no others: nothing is fetched. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialects(
          DIALECTS,
          builder ->
              builder
                  .defaultDialectId(Dialects.getDraft7().getId())
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .formatAssertionsEnabled(true)
                          .regularExpressionFactory(Re2Patterns::compile)
                          .build()));

  /** Deeper schemas are nobody's, and the library recurses. */
  private static final int MOST_LEVELS = 200;

  /** As many names of a schema are looked up in a step. */
  private static final int NAMES_A_STEP = 8;

  private final Schema schema;
  private final int stepsAKeyword;

  private JsonSchema(Schema schema, JsonNode text) {
    this.schema = schema;
    this.stepsAKeyword = 1 + mostNames(text) / NAMES_A_STEP;
  }

  static Body compile(String text) throws ArgumentException {
    return parse(text)::check;
  }

  private static JsonSchema parse(String text) throws ArgumentException {
    try {
      JsonNode node = READER.readTree(text);
      if (!node.isObject() && !node.isBoolean()) {
        throw new ArgumentException(UNREADABLE + "it is neither an object nor a bool");
      }
      if (depth(node) > MOST_LEVELS) {
        throw new ArgumentException(UNREADABLE + "it is more than " + MOST_LEVELS + " levels deep");
      }
      Schema schema = REGISTRY.getSchema(node.toString(), InputFormat.JSON);
      schema.initializeValidators();
      return new JsonSchema(schema, node);
    } catch (JsonProcessingException e) {
      throw new ArgumentException(UNREADABLE + e.getOriginalMessage());
    } catch (SchemaException | ArithmeticException | NumberFormatException e) {
      throw new ArgumentException(UNREADABLE + e.getMessage());
    }
  }

  /** Jackson has read it, so it is at most a thousand. */
  private static int depth(JsonNode node) {
    int most = 0;
    for (JsonNode child : node) {
      most = Math.max(most, depth(child));
    }
    return most + 1;
  }

  /** The library looks up all names of {@code properties} or {@code required} in every object. */
  private static int mostNames(JsonNode node) {
    int most = Math.max(node.isObject() ? node.size() : 0, node.path("required").size());
    for (JsonNode child : node) {
      most = Math.max(most, mostNames(child));
    }
    return most;
  }

  private Value check(Value value, RunBudget budget) {
    Utf8Buffer json = new Utf8Buffer();
    if (!Json.writeUnassigned(value, json)) {
      return NO_JSON;
    }
    budget.text(json.size());
    try {
      List<Error> errors = errors(READER.readTree(json.array(), 0, json.size()), budget);
      return errors.isEmpty() ? value : failure(errors);
    } catch (IOException e) {
      return NO_JSON;
    } catch (Exhausted e) {
      throw e;
    } catch (RuntimeException e) {
      // The library trips over numbers and texts that are too large for it.
      return Err.of("the value is too large to be checked by its JSON schema");
    }
  }

  private List<Error> errors(JsonNode value, RunBudget budget) {
    SchemaCheck check =
        new SchemaCheck(
            schema.createExecutionContext().getExecutionConfig(), budget, stepsAKeyword);
    return ScopedValue.where(SchemaCheck.RUNNING, budget)
        .call(() -> schema.validate(check, value, OutputFormat.DEFAULT));
  }

  private static Err failure(List<Error> errors) {
    String text =
        errors.stream().map(SchemaComplaint::text).distinct().collect(Collectors.joining("\n"));
    return Err.of(text, "the value does not match its JSON schema");
  }
}

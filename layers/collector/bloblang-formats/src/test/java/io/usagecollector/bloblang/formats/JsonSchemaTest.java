package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Str;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {
  private static Result check(String schema, String input) throws CompileException {
    return Formats.addTo(Bloblang.standard())
        .compile("root = this.json_schema(@schema)")
        .apply(Message.of(input).withMetadata("schema", Str.of(schema)), Host.system());
  }

  private static String said(String schema, String input) throws CompileException {
    return switch (check(schema, input)) {
      case Result.Failed failed ->
          failed.fault().text().replace("failed assignment (line 1): field `this`: ", "");
      case Result.Mapped mapped -> new String(mapped.message().content(), StandardCharsets.UTF_8);
      case Result.Deleted deleted -> "<deleted>";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"object\"}|5|(root) invalid type. expected: object, given: integer",
        "{\"type\":[\"string\",\"null\"]}|5.5|(root) invalid type. expected: [string,null], given: number",
        "{\"type\":\"integer\"}|5.0|5.0",
        "{\"required\":[\"Foo\"]}|{}|(root) Foo is required",
        "{\"properties\":{\"a\":{\"properties\":{\"b\":{\"minimum\":5}}}}}|{\"a\":{\"b\":1}}|a.b must be greater than or equal to 5",
        "{\"maximum\":5}|6|(root) must be less than or equal to 5",
        "{\"exclusiveMaximum\":5}|5|(root) must be less than 5",
        "{\"exclusiveMinimum\":5}|5|(root) must be greater than 5",
        "{\"multipleOf\":2}|5|(root) must be a multiple of 2",
        "{\"minLength\":3}|\"ab\"|(root) string length must be greater than or equal to 3",
        "{\"maxLength\":1}|\"ab\"|(root) string length must be less than or equal to 1",
        "{\"pattern\":\"^[0-9]+$\"}|\"ab\"|(root) does not match pattern '^[0-9]+$'",
        "{\"enum\":[\"a\",1]}|\"b\"|(root) (root) must be one of the following: \"a\", 1",
        "{\"const\":1}|2|(root) (root) does not match: 1",
        "{\"minItems\":1}|[]|(root) array must have at least 1 items",
        "{\"maxItems\":1}|[1,2]|(root) array must have at most 1 items",
        "{\"items\":{\"type\":\"string\"}}|[\"a\",1]|1 invalid type. expected: string, given: integer",
        "{\"minProperties\":1}|{}|(root) must have at least 1 properties",
        "{\"additionalProperties\":false}|{\"x\":1}|(root) additional property x is not allowed",
        "{\"not\":{}}|1|(root) must not validate the schema (not)"
      })
  void faultsReadAsUpstreams(String schema, String input, String fault) throws CompileException {
    assertThat(said(schema, input)).isEqualTo(fault);
  }

  @Test
  void severalFaultsTakeALineEach() throws CompileException {
    assertThat(said("{\"required\":[\"a\",\"b\"]}", "{}").lines())
        .containsExactlyInAnyOrder("(root) a is required", "(root) b is required");
  }

  @Test
  void aReferenceToAnotherDocumentIsNotFetched() throws CompileException {
    assertThat(said("{\"$ref\":\"http://127.0.0.1:9/schema.json\"}", "1"))
        .contains("failed to parse json schema definition");
  }

  @Test
  void aSchemaThatIsNoneDoesNotCompile() {
    assertThat(compileError("root = this.json_schema(\"{\")"))
        .contains("failed to parse json schema definition");
    assertThat(compileError("root = this.json_schema(\"\"\"{\"pattern\":\"(?=x)\"}\"\"\")"))
        .contains("failed to parse json schema definition");
  }

  private static String compileError(String mapping) {
    try {
      Formats.addTo(Bloblang.standard()).compile(mapping);
      return "it compiles";
    } catch (CompileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void aFaultForLogsHoldsNothingOfTheValue() throws CompileException {
    Mapping mapping =
        Formats.addTo(Bloblang.standard())
            .compile("root = this.json_schema(\"{\\\"const\\\": 1}\")");
    assertThat(mapping.apply(Message.of("5"), Host.system()))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.fault().valueFree())
                    .endsWith("the value does not match its JSON schema"));
  }

  @Test
  void anEmptyArrayLiteralIsNullToIt() {
    assertThat(Run.mapping("root = [].json_schema(\"{\\\"type\\\":\\\"array\\\"}\")", "{}"))
        .endsWith("(root) invalid type. expected: array, given: null");
  }
}

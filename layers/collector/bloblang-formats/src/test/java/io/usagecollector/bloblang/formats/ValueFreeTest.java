package io.usagecollector.bloblang.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a format refuses a value, the words for logs and metrics hold nothing of it. */
class ValueFreeTest {
  private static final String WORD = "Wqzjxkvb";
  private static final String DIGITS = "918273645";

  /** Texts that YAML, JSON Schema and JSON refuse, each at another place. */
  private static final List<String> TEXTS =
      List.of(
          WORD,
          WORD + ": [" + DIGITS,
          WORD + ": *" + DIGITS,
          WORD + ": !!" + WORD + " x",
          "{" + WORD + ": 1, " + WORD + ": 2}",
          "? [" + WORD + "]\n: " + DIGITS,
          "\t" + WORD + ": 1",
          "a: \"" + WORD + "\\q\"",
          "%" + WORD + "\n---\n1",
          "[*" + WORD + "]",
          "{\"" + WORD + "\": " + WORD + "}",
          "{\"type\": \"" + WORD + "\"}",
          "{\"type\": " + DIGITS + "}",
          "{\"const\": \"" + WORD + "\"}",
          "{\"required\": [\"" + WORD + "\"]}",
          "{\"pattern\": \"(" + WORD + "\"}",
          "{\"pattern\": \"^" + WORD + "$\"}",
          "{\"enum\": [" + DIGITS + "]}",
          "{\"minLength\": " + DIGITS + "}",
          "{\"properties\": {\""
              + WORD
              + "\": {\"type\": \"null\"}}, \"required\": [\""
              + WORD
              + "\"]}",
          "{\"additionalProperties\": false, \"propertyNames\": {\"maxLength\": 1}}",
          "{\"$ref\": \"http://" + WORD + "/" + DIGITS + "\"}",
          "{\"$ref\": \"#/definitions/" + WORD + "\"}",
          "{\"$schema\": \"http://" + WORD + "\"}",
          "{\"format\": \"date-time\"}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this.r.parse_yaml() - {}",
        "this.r.bytes().parse_yaml() - {}",
        "[this.r].format_yaml() - {}",
        "this.r.json_schema(this.a) - {}",
        "{(this.r): this.r}.json_schema(this.a) - {}",
        "{(this.r): 918273645}.json_schema(\"\"\"{\"additionalProperties\": false}\"\"\") - {}",
        "{(this.r): this.r}.json_schema(\"\"\"{\"propertyNames\": {\"pattern\": \"^x\"}}\"\"\") - {}",
        "this.r.json_schema(\"\"\"{\"type\": \"object\"}\"\"\") - {}",
        "this.r.json_schema(\"\"\"{\"pattern\": \"^x+$\"}\"\"\") - {}",
        "this.r.json_schema(\"\"\"{\"format\": \"date-time\"}\"\"\") - {}",
        "this.r.json_schema(\"\"\"{\"enum\": [1, 2]}\"\"\") - {}"
      })
  void noFormatShowsWhatItFailedOn(String query) throws CompileException {
    Mapping mapping = Formats.addTo(Bloblang.standard()).compile("root = " + query);
    assertThat(events().map(event -> mapping.apply(event, Host.system())))
        .allSatisfy(result ->
            assertThat(result)
                .isInstanceOfSatisfying(
                    Result.Failed.class, failed -> assertSafe(failed.fault().valueFree())));
  }

  private static Stream<Message> events() {
    return TEXTS.stream()
        .flatMap(r ->
            TEXTS.stream()
                .map(a -> new MapObj().put(Str.of("r"), Str.of(r)).put(Str.of("a"), Str.of(a))))
        .map(Message::of);
  }

  private static void assertSafe(String words) {
    for (String secret : List.of(WORD, DIGITS)) {
      for (int i = 0; i + 4 <= secret.length(); i++) {
        assertThat(words).doesNotContainIgnoringCase(secret.substring(i, i + 4));
      }
    }
  }
}

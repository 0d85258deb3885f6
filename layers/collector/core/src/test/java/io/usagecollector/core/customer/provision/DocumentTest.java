package io.usagecollector.core.customer.provision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static Document document(String json) {
    return Document.read(json.getBytes(UTF_8)).orElseThrow();
  }

  @Test
  void textsNumbersAndBooleansAreTextsAsWritten() {
    Document read = document("{\"a\":\"x\",\"b\":1.50,\"c\":true,\"d\":null,\"e\":{},\"f\":[]}");
    assertThat(read.text("a")).contains("x");
    assertThat(read.text("b")).contains("1.50");
    assertThat(read.text("c")).contains("true");
    assertThat(read.text("d")).isEmpty();
    assertThat(read.text("e")).isEmpty();
    assertThat(read.text("f")).isEmpty();
    assertThat(read.text("g")).isEmpty();
  }

  @Test
  void objectsAreFoundWhereTheyAreAndEmptyWhereNot() {
    Document read = document("{\"a\":{\"b\":{\"c\":\"x\"}},\"d\":[1,{\"e\":\"y\"},null,[2]]}");
    assertThat(read.object("a").object("b").text("c")).contains("x");
    assertThat(read.object("none").object("b").text("c")).isEmpty();
    assertThat(read.objects("d")).hasSize(1);
    assertThat(read.objects("d").getFirst().text("e")).contains("y");
    assertThat(read.objects("a")).isEmpty();
  }

  @Test
  void textsOfAnArrayAreThoseInIt() {
    Document read = document("{\"a\":[\"x\",{},null,7,[\"y\"]],\"b\":\"z\"}");
    assertThat(read.texts("a")).containsExactly("x", "7");
    assertThat(read.texts("b")).isEmpty();
    assertThat(read.texts("none")).isEmpty();
  }

  @Test
  void anArrayIsOneThoughItIsEmptyAndNullIsNone() {
    Document read = document("{\"a\":[],\"b\":null,\"c\":{}}");
    assertThat(read.isArray("a")).isTrue();
    assertThat(read.isArray("b")).isFalse();
    assertThat(read.isArray("c")).isFalse();
    assertThat(read.isArray("none")).isFalse();
  }

  @Test
  void nullItemsAreNone() {
    assertThat(document("{\"items\":null}").objects("items")).isEmpty();
  }

  @Test
  void ofANameGivenTwiceTheLastCounts() {
    assertThat(document("{\"a\":1,\"a\":2}").text("a")).contains("2");
    assertThat(document("{\"a\":1,\"a\":null}").text("a")).isEmpty();
  }

  @Test
  void timesAreReadWithAnyOffsetAndFraction() {
    Document read =
        document("{\"a\":\"2025-12-01T10:30:00.123456Z\",\"b\":\"2025-12-01T10:30:00+05:30\"}");
    assertThat(read.time("a")).contains(Instant.parse("2025-12-01T10:30:00.123456Z"));
    assertThat(read.time("b")).contains(Instant.parse("2025-12-01T05:00:00Z"));
    assertThat(document("{\"a\":\"soon\",\"b\":5}").time("a")).isEmpty();
    assertThat(document("{\"a\":\"soon\",\"b\":5}").time("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"x\"", "{", "{\"a\":1}}", "{} {}", "<html>", "{a:1}"})
  void whatIsNotOneWholeObjectIsNone(String body) {
    assertThat(Document.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aDocumentDoesNotTellWhatItHolds() {
    assertThat(document("{\"secret\":\"x\"}")).hasToString("Document[1 members]");
  }
}

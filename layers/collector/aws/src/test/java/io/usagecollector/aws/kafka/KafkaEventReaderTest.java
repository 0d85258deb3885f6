package io.usagecollector.aws.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.MalformedEventException;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.RecordHeader;
import io.usagecollector.core.event.SourceRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaEventReaderTest {
  private static KafkaEvent read(String json) throws IOException {
    return KafkaEventReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static SourceRecord record(String fields) throws IOException {
    return read("{\"records\":{\"any\":[{" + fields + "}]}}").records().getFirst();
  }

  private static final String AT =
      "\"topic\":\"a-b-1\",\"partition\":3,\"offset\":9007199254740993,";

  @Test
  void aRecordIsReadFromItsOwnFieldsNotFromItsListsName() throws IOException {
    SourceRecord record =
        record(AT + "\"timestamp\":1545084650987,\"key\":\"aw==\",\"value\":\"dg==\"");
    assertThat(record.at()).isEqualTo(new Coordinates("a-b-1", 3, 9007199254740993L));
    assertThat(record.timestampMillis()).isEqualTo(1545084650987L);
    assertThat(record.key()).asString(UTF_8).isEqualTo("k");
    assertThat(record.value()).asString(UTF_8).isEqualTo("v");
    assertThat(record.headers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"timestamp\":1", "\"timestamp\":1,\"key\":null,\"value\":null"})
  void anAbsentKeyOrValueIsANullOne(String fields) throws IOException {
    SourceRecord record = record(AT + fields);
    assertThat(record.key()).isNull();
    assertThat(record.isTombstone()).isTrue();
  }

  @Test
  void anEmptyValueIsNoTombstone() throws IOException {
    assertThat(record(AT + "\"timestamp\":1,\"value\":\"\"").value()).isEmpty();
  }

  @Test
  void headersAreSignedBytesInOrderAndNamesMayRepeat() throws IOException {
    List<RecordHeader> headers =
        record(
                AT
                    + "\"timestamp\":1,\"headers\":[{\"h\":[104,-1,-128,127]},{\"h\":[]},"
                    + "{\"\":null},{\"x\":[200]}]")
            .headers();
    assertThat(headers).map(RecordHeader::name).containsExactly("h", "h", "", "x");
    assertThat(headers.get(0).value()).containsExactly(104, -1, -128, 127);
    assertThat(headers.get(1).value()).isEmpty();
    assertThat(headers.get(2).value()).isNull();
    assertThat(headers.get(3).value()).containsExactly(-56);
    assertThat(record(AT + "\"timestamp\":1,\"headers\":null").headers()).isEmpty();
  }

  @Test
  void headersMayHaveAsManyNamesAsTheProducerLikes() throws IOException {
    List<String> names =
        IntStream.range(0, 50_000).mapToObj(n -> "x".repeat(n % 23) + n * 7919L).toList();
    String headers =
        names.stream()
            .map(name -> "{\"" + name + "\":[]}")
            .collect(Collectors.joining(",", AT + "\"timestamp\":1,\"headers\":[", "]"));

    assertThat(record(headers).headers()).map(RecordHeader::name).isEqualTo(names);
    assertThat(record(headers).headers()).map(RecordHeader::name).isEqualTo(names);
  }

  @Test
  void recordsOfAllPartitionsAreReadAndUnknownFieldsPassedOver() throws IOException {
    KafkaEvent event =
        read(
            "{\"x\":{\"y\":[[1]]},\"eventSourceArn\":\"arn:c\",\"records\":{\"t-0\":[{"
                + AT
                + "\"timestamp\":1,\"valueSchemaMetadata\":{\"a\":[{}]}}],\"t-1\":[],\"t-2\":[{"
                + AT
                + "\"timestamp\":2}]},\"z\":null}");
    assertThat(event.eventSourceArn()).contains("arn:c");
    assertThat(event.records()).map(SourceRecord::timestampMillis).containsExactly(1L, 2L);
    assertThat(read("{\"records\":{}}").eventSourceArn()).isEmpty();
    assertThat(read("{\"eventSourceArn\":null,\"records\":{}}").eventSourceArn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"records\":[]}",
        "{\"records\":null}",
        "{\"records\":{\"t\":{}}}",
        "{\"records\":{\"t\":[1]}}",
        "{\"records\":{\"t\":[{}]}}",
        "{\"records\":{\"t\":[{\"topic\":\"t\",\"partition\":0,\"offset\":1}]}}",
        "{\"records\":{\"t\":[{\"topic\":\"t\",\"partition\":-1,\"offset\":1,\"timestamp\":1}]}}",
        "{\"records\":{\"t\":[{\"value\":\"secret!\"}]}}",
        "{\"records\":{\"t\":[{\"value\":secret}]}}",
        "{\"records\":{\"t\":[{\"partition\":\"secret\"}]}}",
        "{\"records\":{\"t\":[{\"headers\":{}}]}}",
        "{\"records\":{\"t\":[{\"headers\":[{\"h\":\"secret\"}]}]}}",
        "{\"records\":{\"t\":[{\"headers\":[{\"h\":[3000]}]}]}}",
        "{\"records\":{}",
        "{\"Records\":[{\"body\":\"secret\"}]}"
      })
  void whatIsNoKafkaEventIsRefusedWithoutQuotingIt(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(MalformedEventException.class)
        .hasMessageStartingWith("not a Kafka event: ")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Property
  void everyKeyValueAndHeaderArrivesByteForByte(
      @ForAll byte[] key, @ForAll byte[] value, @ForAll String name, @ForAll byte[] header)
      throws IOException {
    SourceRecord record =
        record(
            AT
                + "\"timestamp\":1,\"key\":\""
                + Base64.getEncoder().encodeToString(key)
                + "\",\"value\":\""
                + Base64.getEncoder().encodeToString(value)
                + "\",\"headers\":[{"
                + quoted(name)
                + ":"
                + java.util.Arrays.toString(header)
                + "}]");
    assertThat(record.key()).isEqualTo(key);
    assertThat(record.value()).isEqualTo(value);
    assertThat(record.headers().getFirst().value()).isEqualTo(header);
  }

  private static String quoted(String name) throws IOException {
    StringWriter text = new StringWriter();
    try (var json = new com.fasterxml.jackson.core.JsonFactory().createGenerator(text)) {
      json.writeString(name);
    }
    return text.toString();
  }
}

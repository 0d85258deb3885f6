package io.usagecollector.local.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  private static String json(byte[] key, byte[] value, boolean absent) {
    var headers =
        new RecordHeaders(
            List.of(
                new RecordHeader("k", new byte[] {104, -61}), new RecordHeader("k", new byte[0])));
    var record =
        new ConsumerRecord<>(
            "my-topic",
            3,
            15,
            1545084650987L,
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            headers,
            Optional.empty());
    return new String(RecordJson.write(record, absent), UTF_8);
  }

  private static String expected(String keyAndValue) {
    return "{\"topic\":\"my-topic\",\"partition\":3,\"offset\":15,\"timestamp\":1545084650987,"
        + "\"timestampType\":\"CREATE_TIME\","
        + keyAndValue
        + "\"headers\":[{\"k\":[104,-61]},{\"k\":[]}]}";
  }

  @Test
  void keyAndValueAreBase64AndHeadersSignedBytesInTheirOrder() {
    assertThat(json(new byte[] {1}, "{\"a\":1}".getBytes(UTF_8), false))
        .isEqualTo(expected("\"key\":\"AQ==\",\"value\":\"eyJhIjoxfQ==\","));
  }

  @Test
  void nullsAreWrittenOrLeftOut() {
    assertThat(json(null, null, false)).isEqualTo(expected("\"key\":null,\"value\":null,"));
    assertThat(json(null, null, true)).isEqualTo(expected(""));
  }

  @Test
  void anEmptyValueIsNotNull() {
    assertThat(json(null, new byte[0], true)).isEqualTo(expected("\"value\":\"\","));
  }

  @Test
  void anEventGroupsRecordsByTopicAndPartition() {
    var parcels = new LinkedHashMap<TopicPartition, List<Parcel>>();
    parcels.put(
        Parcels.partition(1), List.of(parcel(1, 5, "{\"x\":1}"), parcel(1, 6, "{\"x\":2}")));
    parcels.put(Parcels.partition(0), List.of());
    parcels.put(Parcels.partition(2), List.of(parcel(2, 9, "{\"x\":3}")));
    byte[] event =
        new InvocationBatch(parcels, CutBy.PERIOD)
            .toEvent(new EventSource("arn:aws:kafka:x", "127.0.0.1:9092"));
    assertThat(new String(event, UTF_8))
        .isEqualTo(
            "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:x\","
                + "\"bootstrapServers\":\"127.0.0.1:9092\",\"records\":{"
                + "\"usage-events-1\":[{\"x\":1},{\"x\":2}],\"usage-events-2\":[{\"x\":3}]}}");
  }

  private static Parcel parcel(int partition, long offset, String json) {
    return new Parcel(Parcels.place(partition, offset), json.getBytes(UTF_8), Parcels.READ);
  }
}

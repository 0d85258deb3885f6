package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever of upstream's Kafka inputs a file has: its topics count, the rest is the trigger's. */
class KafkaInputsTest {
  private static CollectorConfig parse(String input) {
    return CollectorConfig.parse(
        "p.yaml",
        input + "\noutput: {flexprice: {api_key: '${KEY}'}}",
        EnvironmentVariables.of(Map.of("KEY", "k")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kafka: {addresses: [b:9092], topics: [t], consumer_group: g}}",
        "{kafka_franz: {seed_brokers: [b:9092], topics: [t], consumer_group: g}}",
        "{redpanda: {seed_brokers: [b:9092], topics: [t], consumer_group: g}}",
        "{redpanda_common: {topics: [t], consumer_group: g}}",
      })
  void topicsAndGroupAreTaken(String input) {
    CollectorConfig config = parse("redpanda: {seed_brokers: [b:9092]}\ninput: " + input);
    assertThat(config.input().topics()).containsExactly("t");
    assertThat(config.input().consumerGroup()).isEqualTo("g");
  }

  @Test
  void everyOtherKeyHasANotice() {
    CollectorConfig config =
        parse(
            "input: {kafka_franz: {topics: [t], start_offset: earliest, instance_id: a,"
                + " session_timeout: 1m, fetch_min_bytes: 1B, regexp_topics_include: []}}");
    assertThat(config.notices())
        .extracting(Notice::text)
        .containsExactly(
            "input.kafka_franz.start_offset is ignored: the function's trigger decides it, with its"
                + " StartingPosition",
            "input.kafka_franz.instance_id is ignored: Lambda keeps the trigger's consumer group"
                + " and its members",
            "input.kafka_franz.session_timeout is ignored: Lambda keeps the trigger's consumer"
                + " group and its members",
            "input.kafka_franz.fetch_min_bytes is ignored: the function's trigger decides it, with"
                + " its BatchSize and BatchingWindowSeconds",
            "input.kafka_franz.regexp_topics_include is ignored: as it stands, it has no effect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka_franz", "redpanda", "redpanda_common"})
  void topicsThatAreKnownOnlyWhileItRunsAreRefused(String component) {
    assertThatThrownBy(() -> parse("input: {" + component + ": {regexp_topics_include: ['a.*']}}"))
        .hasMessageContaining("regexp_topics_include cannot be had here: which topics it means");
  }

  @Test
  void unorderedBatchesAreBatches() {
    String input =
        "input: {redpanda: {unordered_processing: {enabled: true, batching: {count: 5}}}}\n"
            + "pipeline: {processors: [{mapping: root.a = batch_size()}]}";
    assertThatThrownBy(() -> parse(input)).hasMessageContaining("batch_size() reads a batch's");
  }
}

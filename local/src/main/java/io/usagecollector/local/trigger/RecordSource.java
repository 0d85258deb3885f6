package io.usagecollector.local.trigger;

import io.usagecollector.local.kafka.ByteLimits;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics' records from where the group stands, and its commits. One thread uses it. */
final class RecordSource implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  /** Every partition is ours: assigned by hand, so that no other member moves them. */
  RecordSource(String bootstrapServers, String group, List<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.partition.fetch.bytes",
                ByteLimits.RECORD,
                "max.poll.records",
                2_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList());
    consumer.assignment().forEach(p -> committed.put(p, consumer.position(p)));
  }

  /** Where the group stands, per partition. */
  Map<TopicPartition, Long> committed() {
    return Map.copyOf(committed);
  }

  /** Reads on from where the group stands, whatever was read already. */
  void goBack() {
    committed.forEach(consumer::seek);
  }

  Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
    return consumer.poll(wait);
  }

  /** Reads on from these partitions alone. */
  void readOnly(Collection<TopicPartition> partitions) {
    consumer.pause(consumer.assignment().stream().filter(p -> !partitions.contains(p)).toList());
    consumer.resume(partitions);
  }

  /** Commits what lies beyond the last commit. */
  void commit(Map<TopicPartition, Long> offsets) {
    var ahead = new HashMap<TopicPartition, OffsetAndMetadata>();
    offsets.forEach((partition, offset) -> {
      if (offset > committed.getOrDefault(partition, 0L)) {
        ahead.put(partition, new OffsetAndMetadata(offset));
      }
    });
    if (!ahead.isEmpty()) {
      consumer.commitSync(ahead);
      ahead.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}

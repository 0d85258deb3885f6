package io.usagecollector.local.run;

import io.usagecollector.local.kafka.ByteLimits;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.trigger.Place;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Every record of the topic, read back from its beginning by a consumer of its own, and what should
 * become of it. Knows nothing of what the function did.
 */
final class Census implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic topic;
  private final RecordReader reader;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Place, Reading> readings = new LinkedHashMap<>();

  Census(String bootstrapServers, Topic topic, RecordReader reader) {
    this.topic = topic;
    this.reader = reader;
    this.consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.partition.fetch.bytes",
                ByteLimits.RECORD),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(topic.partitions());
    consumer.seekToBeginning(topic.partitions());
  }

  /** Reads on to the present end of the topic; whether there was anything new. */
  boolean readOn() {
    Map<TopicPartition, Long> ends = topic.endOffsets();
    int before = readings.size();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        readings.put(placeOf(record), reader.read(record));
      }
    }
    return readings.size() > before;
  }

  private static Place placeOf(ConsumerRecord<byte[], byte[]> record) {
    return new Place(new TopicPartition(record.topic(), record.partition()), record.offset());
  }

  /** By place, in the order they were read. */
  Map<Place, Reading> readings() {
    return readings;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

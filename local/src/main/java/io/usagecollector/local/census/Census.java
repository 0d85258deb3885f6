package io.usagecollector.local.census;

import io.usagecollector.local.kafka.ByteLimits;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.trigger.RecordPlace;
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
public final class Census implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic topic;
  private final ExpectationReader reader;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<RecordPlace, Expectation> readings = new LinkedHashMap<>();

  public Census(String bootstrapServers, Topic topic, ExpectationReader reader) {
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
  public boolean readOn() {
    Map<TopicPartition, Long> ends = topic.endOffsets();
    int before = readings.size();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        readings.put(placeOf(record), reader.read(record));
      }
    }
    return readings.size() > before;
  }

  private static RecordPlace placeOf(ConsumerRecord<byte[], byte[]> record) {
    return new RecordPlace(new TopicPartition(record.topic(), record.partition()), record.offset());
  }

  /** By place, in the order they were read. */
  public Map<RecordPlace, Expectation> readings() {
    return readings;
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.usagecollector.local.trigger;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a record lies.
 *
 * @param partition its topic and partition
 * @param offset its offset in it
 */
public record RecordPlace(TopicPartition partition, long offset)
    implements Comparable<RecordPlace> {
  static RecordPlace of(ConsumerRecord<?, ?> record) {
    return new RecordPlace(new TopicPartition(record.topic(), record.partition()), record.offset());
  }

  @Override
  public int compareTo(RecordPlace other) {
    int byPartition = partition.toString().compareTo(other.partition.toString());
    return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
  }

  /** {@code topic/partition/offset}, as the function's logs write it. */
  @Override
  public String toString() {
    return partition.topic() + "/" + partition.partition() + "/" + offset;
  }
}

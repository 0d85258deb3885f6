package io.usagecollector.aws.kafka;

import io.usagecollector.core.event.SourceRecord;
import java.util.List;
import java.util.Optional;

/**
 * What an event source mapping for Kafka hands over.
 *
 * @param eventSourceArn the cluster's ARN; a self-managed cluster has none
 * @param records the records, of any partitions
 */
public record KafkaEvent(Optional<String> eventSourceArn, List<SourceRecord> records) {
  public KafkaEvent {
    records = List.copyOf(records);
  }
}

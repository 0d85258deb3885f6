package io.usagecollector.local.census;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells from a record of the topic what should become of it. */
@FunctionalInterface
public interface ExpectationReader {
  Expectation read(ConsumerRecord<byte[], byte[]> record);
}

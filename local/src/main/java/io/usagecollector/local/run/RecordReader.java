package io.usagecollector.local.run;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells from a record of the topic what should become of it. */
@FunctionalInterface
interface RecordReader {
  Reading read(ConsumerRecord<byte[], byte[]> record);
}

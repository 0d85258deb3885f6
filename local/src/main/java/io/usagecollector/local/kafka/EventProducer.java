package io.usagecollector.local.kafka;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real, idempotent producer of bytes. */
public final class EventProducer implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  public EventProducer(String bootstrapServers, String topic) {
    this.producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                // A first batch that must be repeated while a second is on its way never gets in.
                "max.in.flight.requests.per.connection",
                1,
                "linger.ms",
                5,
                "max.request.size",
                ByteLimits.RECORD,
                "buffer.memory",
                4L * ByteLimits.RECORD),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.topic = topic;
  }

  /** Sends all values, keyless, and returns how many once the broker has every one of them. */
  public long sendValues(Stream<byte[]> values) {
    return send(values.map(value -> new ProducerRecord<>(topic, null, value)));
  }

  /** Sends all records and returns how many once the broker has every one of them. */
  public long send(Stream<ProducerRecord<byte[], byte[]>> records) {
    var failure = new AtomicReference<@Nullable Exception>();
    long sent = 0;
    for (Iterator<ProducerRecord<byte[], byte[]>> i = records.iterator(); i.hasNext(); sent++) {
      var _ = producer.send(i.next(), (metadata, e) -> failure.compareAndSet(null, e));
    }
    producer.flush();
    Exception e = failure.get();
    if (e != null) {
      throw new IllegalStateException("the broker refused a record: " + e.getMessage(), e);
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}

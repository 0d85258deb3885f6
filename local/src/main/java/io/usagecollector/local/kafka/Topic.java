package io.usagecollector.local.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** A topic seen from outside: its end offsets, and how far a consumer group has committed. */
public final class Topic implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int ATTEMPTS = 600;

  private final Admin admin;
  private final String name;

  public Topic(String bootstrapServers, String name) {
    this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers));
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Creates the topic unless it is there; a kept one keeps its partitions. */
  public Topic createUnlessThere(int partitions) {
    try {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("cannot create topic " + name, e.getCause());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    awaitLeaders();
    return this;
  }

  /**
   * Created is not led: the broker learns of a topic a little later, and a producer that begins
   * before may lose its first batch to the second. Only a partition's leader tells its end.
   */
  private void awaitLeaders() {
    for (int attempt = 1; ; attempt++) {
      try {
        endOffsets();
        return;
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof RetriableException) || attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  public List<TopicPartition> partitions() {
    return await(admin.describeTopics(Set.of(name)).allTopicNames()).values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .map(partition -> new TopicPartition(name, partition.partition()))
        .toList();
  }

  /**
   * The offset after the last record, per partition. Nothing is ever deleted here, so all start at
   * 0.
   */
  public Map<TopicPartition, Long> endOffsets() {
    var latest = partitions().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    var ends = new TreeMap<TopicPartition, Long>(BY_PARTITION);
    await(admin.listOffsets(latest).all()).forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  /** The offset the group would start at, per partition; 0 where it has committed nothing. */
  public Map<TopicPartition, Long> committed(String group) {
    var committed = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    var offsets = new TreeMap<TopicPartition, Long>(BY_PARTITION);
    for (TopicPartition partition : partitions()) {
      OffsetAndMetadata at = committed.get(partition);
      offsets.put(partition, at == null ? 0L : at.offset());
    }
    return offsets;
  }

  /** Sets the group back to the first record of every partition. */
  public void rewind(String group) {
    var start =
        partitions().stream().collect(Collectors.toMap(p -> p, p -> new OffsetAndMetadata(0)));
    await(admin.alterConsumerGroupOffsets(group, start).all());
  }

  /** How many records the group has not yet committed. */
  public long lag(String group) {
    return sum(endOffsets()) - sum(committed(group));
  }

  public static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private static final java.util.Comparator<TopicPartition> BY_PARTITION =
      java.util.Comparator.comparing(TopicPartition::topic)
          .thenComparingInt(TopicPartition::partition);

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while asking the broker", e);
  }

  @Override
  public void close() {
    admin.close();
  }
}

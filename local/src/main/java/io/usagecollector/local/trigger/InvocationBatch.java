package io.usagecollector.local.trigger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Records for one invocation.
 *
 * @param parcels by partition, each partition's in the order of its offsets
 * @param cutBy why there are no more
 */
record InvocationBatch(Map<TopicPartition, List<Parcel>> parcels, CutBy cutBy) {
  InvocationBatch {
    parcels = new LinkedHashMap<>(parcels);
    parcels.values().removeIf(List::isEmpty);
  }

  int size() {
    return parcels.values().stream().mapToInt(Collection::size).sum();
  }

  boolean isEmpty() {
    return parcels.isEmpty();
  }

  Set<RecordPlace> places() {
    return parcels.values().stream()
        .flatMap(Collection::stream)
        .map(Parcel::place)
        .collect(Collectors.toSet());
  }

  /**
   * When the first of them was read.
   *
   * @throws java.util.NoSuchElementException if it is empty
   */
  Instant firstRead() {
    return parcels.values().stream()
        .flatMap(Collection::stream)
        .map(Parcel::read)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The event that the function is invoked with. */
  byte[] toEvent(EventSource source) {
    var out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(source.head());
    String next = "";
    for (var partition : parcels.entrySet()) {
      out.writeBytes(utf8(next + '"' + partition.getKey() + "\":["));
      writeAll(out, partition.getValue());
      out.write(']');
      next = ",";
    }
    out.writeBytes(utf8("}}"));
    return out.toByteArray();
  }

  private static void writeAll(ByteArrayOutputStream out, List<Parcel> parcels) {
    for (int i = 0; i < parcels.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(parcels.get(i).json());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

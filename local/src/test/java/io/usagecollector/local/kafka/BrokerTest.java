package io.usagecollector.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
  @Test
  void topicOffsetsAndClusterIdOutliveTheBroker(@TempDir Path directory) {
    String cluster;
    try (var broker = Broker.start(directory)) {
      cluster = broker.clusterId();
      try (var topic = new Topic(broker.bootstrapServers(), "events").createUnlessThere(3);
          var producer = new EventProducer(broker.bootstrapServers(), "events")) {
        assertThat(producer.send(new SampleEvents("events", 7).from(0, 100))).isEqualTo(100);
        assertThat(topic.lag("group")).isEqualTo(100);
      }
    }
    try (var broker = Broker.start(directory);
        var topic = new Topic(broker.bootstrapServers(), "events").createUnlessThere(6)) {
      assertThat(broker.clusterId()).isEqualTo(cluster);
      assertThat(topic.partitions()).hasSize(3);
      assertThat(Topic.sum(topic.endOffsets())).isEqualTo(100);
      topic.rewind("group");
      assertThat(Topic.sum(topic.committed("group"))).isZero();
    }
  }

  @Test
  void theSameSeedGivesTheSameCallsAndEveryCallItsOwnId() {
    var events = new SampleEvents("events", 7);
    assertThat(texts(events, 0, 50))
        .containsExactlyElementsOf(texts(events, 0, 50))
        .doesNotHaveDuplicates();
    assertThat(texts(events, 10, 5)).isEqualTo(texts(events, 0, 50).subList(10, 15));
    assertThat(texts(events, 0, 1).getFirst())
        .matches(
            "\\{\"call_id\":\"call_1\",\"customer_id\":\"vapi_cust_\\d+\",\"duration_seconds\":\\d+,"
                + "\"model\":\"[a-z0-9-]+\",\"timestamp\":\"2025-12-01T10:30:00Z\"}");
  }

  private static java.util.List<String> texts(SampleEvents events, long first, long count) {
    return events.from(first, count).map(record -> new String(record.value(), UTF_8)).toList();
  }

  @Test
  void aFileOfEventsIsReadAsBytes(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("events.jsonl");
    Files.write(file, new byte[] {'a', '\n', '\n', (byte) 0xff, (byte) 0xfe, '\r', '\n', 'b'});
    try (Stream<byte[]> values = EventFile.read(file)) {
      assertThat(values.toList())
          .containsExactly(
              new byte[] {'a'}, new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {'b'});
    }
  }
}

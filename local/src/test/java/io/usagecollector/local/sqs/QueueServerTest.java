package io.usagecollector.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueServerTest {
  @Test
  void lettersOutliveTheServerInItsDirectory(@TempDir Path directory) {
    try (var server = QueueServer.start(Optional.of(directory));
        var queue = Queue.open(server.endpoint(), "dead-letters", QueueSettings.PLAIN)) {
      queue.send("one");
      queue.send("two");
    }
    try (var server = QueueServer.start(Optional.of(directory));
        var queue = Queue.open(server.endpoint(), "dead-letters", QueueSettings.PLAIN)) {
      assertThat(queue.depth()).isEqualTo(2);
      assertThat(queue.peek()).containsExactlyInAnyOrder("one", "two");
    }
  }

  @Test
  void peekingLeavesEveryLetterInSight() {
    try (var server = QueueServer.start(Optional.empty());
        var queue = Queue.open(server.endpoint(), "dead-letters", QueueSettings.PLAIN)) {
      for (int i = 0; i < 25; i++) {
        queue.send("letter " + i);
      }
      assertThat(queue.peek()).hasSize(25);
      assertThat(queue.peek()).hasSize(25);
      assertThat(queue.depth()).isEqualTo(25);
    }
  }
}

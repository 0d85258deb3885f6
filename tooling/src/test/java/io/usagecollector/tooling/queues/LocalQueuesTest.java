package io.usagecollector.tooling.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalQueuesTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadUntilItIsRemoved() throws Exception {
    for (var queues :
        new LocalQueues[] {
          new LocalQueues("http://127.0.0.1:1/0/dead", Optional.of("http://127.0.0.1:1/0/retry")),
          new LocalQueues("http://127.0.0.1:2/0/dead", Optional.empty())
        }) {
      queues.write(folder);
      assertThat(LocalQueues.read(folder)).contains(queues);
    }

    LocalQueues.remove(folder);
    assertThat(LocalQueues.read(folder)).isEmpty();
    LocalQueues.remove(folder);
  }
}

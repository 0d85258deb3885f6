package io.usagecollector.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {
  @Test
  void aTestThatFailsLeavesNoProcessBehind() {
    var processes = new ArrayList<ProcessHandle>();
    assertThatThrownBy(() -> failWhileItRuns(processes)).isInstanceOf(AssertionError.class);
    assertThat(processes).hasSize(2);
    await().until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static void failWhileItRuns(List<ProcessHandle> processes) throws Exception {
    try (var running = Running.start(new ProcessBuilder("sh", "-c", "sleep 600 & wait"))) {
      await().until(() -> running.process().children().count() == 1);
      processes.add(running.process().toHandle());
      processes.addAll(running.process().children().toList());
      assertThat(processes).isEmpty();
    }
  }
}

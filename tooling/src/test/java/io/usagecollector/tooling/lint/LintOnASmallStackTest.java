package io.usagecollector.tooling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LintOnASmallStackTest {
  private static final String LONG_CHAIN = "this" + ".catch(this)".repeat(990);

  @Test
  void aLongChainIsLinted() throws Exception {
    String text = "root.event_id = " + LONG_CHAIN + ".or(uuid_v4())";
    FutureTask<List<Finding>> task =
        new FutureTask<>(() -> new Linter(Bloblang.standard()).lint(text));
    new Thread(null, task, "small", 256 << 10).start();
    assertThat(task.get()).extracting(Finding::rule).containsExactly("random-identity");
  }
}

package io.usagecollector.bloblang.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Run;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping as deep as the limits allow needs no more of its caller's stack than any other. */
class SmallStackTest {
  /** A quarter of the usual stack, so that no luck of the JVM's compiler makes it fit. */
  private static final long STACK = 256 << 10;

  private static final String LONG_CHAIN = "this" + ".catch(this)".repeat(990);

  private static String onSmallStack(java.util.concurrent.Callable<String> work) throws Exception {
    FutureTask<String> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "small-stack", STACK);
    thread.start();
    return task.get();
  }

  private static String around(String open, String inner, String close) {
    return open.repeat(95) + inner + close.repeat(95);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root = %s",
        "let x = %s\nroot = $x",
        "map a {\n  root = %s\n}\nroot = this.apply(\"a\")"
      })
  void aLongChainRuns(String mapping) throws Exception {
    assertThat(onSmallStack(() -> Run.mapping(mapping.formatted(LONG_CHAIN), "7"))).isEqualTo("7");
  }

  @Test
  void aLongChainInAnInterpolationRuns() throws Exception {
    String said =
        onSmallStack(() -> {
          Interpolation text = Bloblang.standard().compileInterpolation("${! " + LONG_CHAIN + " }");
          return text.apply(List.of(Message.of("7")), 0, Host.system()).toString();
        });
    assertThat(said).isEqualTo("Resolved[text=7]");
  }

  @Test
  void bracketsAsDeepAsAllowedRun() throws Exception {
    String chains = around("(", "this" + ".(this)".repeat(400), ".(this).(this))");
    String loops = around("[", "this", "].index(0)");
    String blocks = around("if true {\n", "root = 7\n", "}\n");
    assertThat(onSmallStack(() -> Run.mapping("root = " + chains, "7"))).isEqualTo("7");
    assertThat(onSmallStack(() -> Run.mapping("root = " + loops, "7"))).isEqualTo("7");
    assertThat(onSmallStack(() -> Run.mapping(blocks, "{}"))).isEqualTo("7");
  }

  @Test
  void mapsThatApplyEachOtherInARowRun() throws Exception {
    String maps =
        IntStream.range(0, 300)
            .mapToObj(i -> "map m%d {\n  root = %s\n}\n".formatted(i, next(i)))
            .collect(Collectors.joining());
    assertThat(onSmallStack(() -> Run.mapping(maps + "root = this.apply(\"m0\")", "7")))
        .isEqualTo("7");
  }

  private static String next(int map) {
    return map == 299 ? "this" : around("(", "this.apply(\"m%d\")".formatted(map + 1), ".(this))");
  }
}

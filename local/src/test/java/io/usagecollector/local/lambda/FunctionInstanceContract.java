package io.usagecollector.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of an instance whether it is a child JVM or lives in this one. */
abstract class FunctionInstanceContract {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  final List<String> output = new CopyOnWriteArrayList<>();
  FunctionSettings function;
  FunctionInstance instance;

  abstract FunctionInstance open(FunctionSettings function);

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    function = ProbePackage.unpack(directory, TIMEOUT);
    instance = open(function);
  }

  @AfterEach
  void close() {
    instance.close();
  }

  InvokeResult invoke(String event) throws InterruptedException {
    return instance.invoke(event.getBytes(UTF_8));
  }

  String answer(String event) throws InterruptedException {
    InvokeResult result = invoke(event);
    assertThat(result)
        .as(() -> String.join("\n", output))
        .isInstanceOf(InvokeResult.Answered.class);
    return new String(((InvokeResult.Answered) result).body(), UTF_8);
  }

  @Test
  void theAnswerIsWhatTheHandlerWrote() throws InterruptedException {
    assertThat(answer("{\"a\":\"ä\"}")).isEqualTo("{\"a\":\"ä\"}");
  }

  @Test
  void theInstanceStaysFromInvocationToInvocation() throws InterruptedException {
    answer("x");
    assertThat(answer("count")).isEqualTo("2");
  }

  @Test
  void aThrownErrorFailsTheInvocationAndNotTheInstance() throws InterruptedException {
    assertThat(invoke("throw"))
        .isEqualTo(new InvokeResult.Faulted("java.lang.IllegalStateException", "as told"));
    assertThat(answer("count")).isEqualTo("2");
  }

  @Test
  void theTimeLeftIsTheTimeout() throws InterruptedException {
    assertThat(Integer.parseInt(answer("remaining"))).isBetween(1, (int) TIMEOUT.toMillis());
  }

  @Test
  void outOfTimeTheInstanceIsReplaced() throws InterruptedException {
    answer("x");
    assertThat(invoke("hang")).isEqualTo(new InvokeResult.TimedOut(TIMEOUT));
    assertThat(answer("count")).isEqualTo("1");
  }

  @Test
  void theClassPathIsTheDirectoryThenTheLayersJarsInOrder() throws InterruptedException {
    String task = function.directory().toString();
    assertThat(answer("class-path").lines())
        .containsExactly(task + "/", task + "/lib/a.jar", task + "/lib/b.jar");
  }
}

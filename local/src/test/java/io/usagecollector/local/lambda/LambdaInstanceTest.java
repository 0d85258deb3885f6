package io.usagecollector.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real runtime client in a child JVM; its native library runs on Linux alone. */
@EnabledOnOs(OS.LINUX)
class LambdaInstanceTest extends FunctionInstanceContract {
  @Override
  FunctionInstance open(FunctionSettings function) {
    return new LambdaInstance(function, Clock.systemUTC(), output::add);
  }

  @Test
  void anExitIsAFailedInvocationAndTheNextStartsAnew() throws InterruptedException {
    answer("x");
    assertThat(invoke("exit")).isEqualTo(new InvokeResult.Died(7));
    assertThat(answer("count")).isEqualTo("1");
  }

  @Test
  void theEnvironmentIsTheTemplatesAndLambdasAndNothingOfThisMachine() throws InterruptedException {
    var allowed = new java.util.TreeSet<>(LocalAccount.reservedVariables(function, "").keySet());
    allowed.add("GREETING");
    assertThat(answer("environment").lines()).containsExactlyInAnyOrderElementsOf(allowed);
  }

  @Test
  void whatItPrintsIsRead() throws InterruptedException {
    answer("print");
    await().untilAsserted(() -> assertThat(output).contains("a line of the function"));
  }

  @Test
  void aHandlerThatIsNotThereIsAFailedInvocation() throws InterruptedException {
    var missing =
        new FunctionSettings(
            "missing",
            "no.such.Handler",
            function.directory(),
            function.logs(),
            256,
            TIMEOUT,
            Map.of());
    try (var instance = open(missing)) {
      assertThat(instance.invoke(new byte[0]))
          .isInstanceOfSatisfying(
              InvokeResult.Faulted.class,
              fault -> assertThat(fault.errorMessage()).contains("no.such.Handler"));
    }
  }

  @Test
  void aKillInTheMiddleIsAFailedInvocation() throws Exception {
    answer("x");
    var result = new java.util.concurrent.CompletableFuture<InvokeResult>();
    Thread.ofPlatform().daemon().start(() -> hang(result));
    await()
        .until(() -> {
          instance.kill();
          return result.isDone();
        });
    assertThat(result.join()).isEqualTo(new InvokeResult.Died(137));
  }

  private void hang(java.util.concurrent.CompletableFuture<InvokeResult> result) {
    try {
      result.complete(invoke("hang"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void eachEnvironmentHasATemporaryFolderOfItsOwnThatGoesWithIt() throws Exception {
    Path own = Path.of(answer("temporary-folder"));
    assertThat(answer("native-library").lines()).singleElement().asString().startsWith(own + "/");
    try (var other = open(function)) {
      var told = (InvokeResult.Answered) other.invoke("temporary-folder".getBytes(UTF_8));
      assertThat(Path.of(new String(told.body(), UTF_8))).isDirectory().isNotEqualTo(own);
    }
    instance.close();
    assertThat(own).doesNotExist();
  }

  /** In one place, each would read a library that another is just writing, and end by a signal. */
  @Test
  void severalThatStartAtOnceUnpackALibraryEachAndAllAnswer() throws Exception {
    int count = 4;
    var together = new CyclicBarrier(count);
    List<Callable<InvokeResult>> starts = new ArrayList<>();
    List<FunctionInstance> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FunctionInstance one = open(function);
      instances.add(one);
      starts.add(() -> {
        together.await();
        return one.invoke("native-library".getBytes(UTF_8));
      });
    }
    Set<String> libraries = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(count)) {
      for (Future<InvokeResult> end : threads.invokeAll(starts)) {
        assertThat(end.get()).isInstanceOf(InvokeResult.Answered.class);
        libraries.add(new String(((InvokeResult.Answered) end.get()).body(), UTF_8));
      }
    } finally {
      instances.forEach(FunctionInstance::close);
    }
    assertThat(libraries).hasSize(count).noneMatch(String::isBlank);
  }

  /** As on Lambda, whose {@code /tmp} outlives a process that ended. */
  @Test
  void aChildThatIsReplacedLeavesItsFolderToTheNext() throws Exception {
    Path first = Path.of(answer("temporary-folder"));
    Path left = Files.writeString(first.resolve("left"), "behind");
    assertThat(invoke("exit")).isEqualTo(new InvokeResult.Died(7));
    assertThat(Path.of(answer("temporary-folder"))).isEqualTo(first);
    assertThat(left).hasContent("behind");
    instance.close();
    assertThat(first).doesNotExist();
  }
}

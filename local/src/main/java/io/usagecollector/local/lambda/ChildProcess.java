package io.usagecollector.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The child JVM of one execution environment, started as the managed java25 runtime starts it, on
 * the environment's own folder.
 */
record ChildProcess(Process process) implements AutoCloseable {
  private static final long SECONDS_TO_DIE = 10;

  /**
   * The child runs in the function's directory: the runtime client makes its class path of that.
   */
  static ChildProcess start(
      FunctionSettings function, ChildFolder folder, String runtimeApi, Consumer<String> output) {
    var builder =
        new ProcessBuilder(command(function, folder)).directory(function.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(function.environment());
    builder.environment().putAll(LocalAccount.reservedVariables(function, runtimeApi));
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      // A pipe's read blocks its thread for good: a virtual one would keep its carrier from others.
      Thread.ofPlatform()
          .daemon()
          .name(function.name() + "-output")
          .start(() -> pump(process, output));
      return new ChildProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a JVM for " + function.name(), e);
    }
  }

  private static List<String> command(FunctionSettings function, ChildFolder folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", // The default of java25 on demand; SnapStart would lift it.
        "-Xmx" + function.heapMegabytes() + "m",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + folder.path(),
        "-D" + NativeClientLibrary.PROPERTY + "=" + folder.nativeClient(),
        "-cp",
        classPath(),
        AWSLambda.class.getName(),
        function.handler());
  }

  /** The runtime client's own jars and nothing else: the rest must come out of the zips. */
  static String classPath() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(ChildProcess::jarOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no jar holds " + type, e);
    }
  }

  private static void pump(Process process, Consumer<String> output) {
    try (var lines = process.inputReader()) {
      lines.lines().forEach(output);
    } catch (IOException | UncheckedIOException e) {
      // The pipe of a killed child breaks: what it had written before has been read.
      output.accept("(output ended: " + e.getMessage() + ")");
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with its exit status when it has ended. */
  CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Ends it at once: SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  /** Ends it, and waits until it cannot write anywhere any more. */
  @Override
  public void close() {
    kill();
    try {
      var _ = process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

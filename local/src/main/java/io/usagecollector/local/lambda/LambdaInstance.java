package io.usagecollector.local.lambda;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment in a child JVM. It starts with its first invocation and again after it
 * died. An invocation that runs out of its time ends with SIGKILL, as on AWS.
 */
public final class LambdaInstance implements FunctionInstance {
  /** AWS gives a start 10 s, then starts it again within the invocation's own time. */
  private static final Duration START = Duration.ofSeconds(10);

  private final FunctionSettings function;
  private final Clock clock;
  private final Consumer<String> output;
  private @Nullable ChildFolder folder;
  private volatile @Nullable Child child;

  private record Child(RuntimeApi api, ChildProcess process) {
    boolean isAlive() {
      return process.isAlive() && !api.initError().isDone();
    }

    void close() {
      process.close();
      api.close();
    }
  }

  public LambdaInstance(FunctionSettings function, Clock clock, Consumer<String> output) {
    this.function = function;
    this.clock = clock;
    this.output = output;
  }

  /** Starts the child ahead of its first invocation. */
  public void start() {
    living();
  }

  @Override
  public InvokeResult invoke(byte[] event) throws InterruptedException {
    Child current = living();
    RuntimeApi.Handed handed = current.api.hand(event, function.timeout());
    CompletableFuture<InvokeResult> end = endOf(current, handed.result());
    if (!await(CompletableFuture.anyOf(handed.taken(), end), START.plus(function.timeout()))
        || !await(end, function.timeout())) {
      discard(current);
      return new InvokeResult.TimedOut(function.timeout());
    }
    InvokeResult result = end.join();
    if (!current.isAlive()) {
      discard(current);
    }
    return result;
  }

  private static CompletableFuture<InvokeResult> endOf(
      Child child, CompletableFuture<InvokeResult> result) {
    CompletableFuture<InvokeResult> died = child.process.ended().thenApply(InvokeResult.Died::new);
    return result.applyToEither(child.api.initError(), end -> end).applyToEither(died, end -> end);
  }

  private static boolean await(CompletableFuture<?> future, Duration time)
      throws InterruptedException {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private synchronized Child living() {
    Child current = child;
    if (current != null && current.isAlive()) {
      return current;
    }
    if (current != null) {
      discard(current);
    }
    var api = RuntimeApi.open(clock, function.name());
    var started = new Child(api, ChildProcess.start(function, folder(), api.address(), output));
    child = started;
    return started;
  }

  /** What a process leaves there, the next one finds, until this environment is closed. */
  private synchronized ChildFolder folder() {
    ChildFolder known = folder;
    if (known == null) {
      known = ChildFolder.create(function.name());
      folder = known;
    }
    return known;
  }

  private synchronized void discard(Child dead) {
    dead.close();
    if (dead.equals(child)) {
      child = null;
    }
  }

  @Override
  public void kill() {
    Child current = child;
    if (current != null) {
      current.process.kill();
    }
  }

  @Override
  public synchronized void close() {
    Child current = child;
    if (current != null) {
      discard(current);
    }
    ChildFolder known = folder;
    if (known != null) {
      folder = null;
      known.close();
    }
  }
}

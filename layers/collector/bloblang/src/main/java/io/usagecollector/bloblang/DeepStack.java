package io.usagecollector.bloblang;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A stack deep enough for whatever the limits of the language let nest, and for maps that apply
 * themselves 5000 times: a thread of its own. A caller's stack may be small, and how much of it a
 * level takes changes while the JVM compiles; so what may go deep does not run on it.
 */
public final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  /** The result; what the run throws is thrown here. */
  public static <T> T call(Supplier<T> run) {
    FutureTask<T> task = new FutureTask<>(run::get);
    Thread thread = new Thread(null, task, "bloblang-deep-stack", BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        T result = task.get();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return result;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw thrown(e);
      }
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}

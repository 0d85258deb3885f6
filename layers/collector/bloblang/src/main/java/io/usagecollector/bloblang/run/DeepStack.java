package io.usagecollector.bloblang.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stack deep enough for maps that apply themselves 5000 times: a thread of its own, which only
 * such mappings pay for.
 */
final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  /** The result, or null if even this stack was not deep enough. */
  static <T> @Nullable T call(Supplier<T> run) {
    Holder<T> holder = new Holder<>();
    Thread thread =
        new Thread(null, () -> holder.result = attempt(run), "bloblang-deep-stack", BYTES);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return holder.result;
  }

  private static <T> @Nullable T attempt(Supplier<T> run) {
    try {
      return run.get();
    } catch (StackOverflowError e) {
      return null;
    }
  }

  private static final class Holder<T> {
    private @Nullable T result;
  }
}

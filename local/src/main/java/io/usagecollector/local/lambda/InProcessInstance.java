package io.usagecollector.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The same handler out of the same zips, in this JVM: for systems that the runtime client's native
 * library does not run on. A handler cannot be killed here; one that runs out of its time is
 * interrupted and left behind, and a new one takes its place.
 */
public final class InProcessInstance implements FunctionInstance {
  private final FunctionSettings function;
  private final Clock clock;
  private final Consumer<String> output;
  private final ClassLoader loader;
  private volatile @Nullable RequestStreamHandler handler;
  private volatile @Nullable Thread running;

  public InProcessInstance(FunctionSettings function, Clock clock, Consumer<String> output) {
    this.function = function;
    this.clock = clock;
    this.output = output;
    this.loader = new FunctionClassLoader(function.directory());
  }

  @Override
  public InvokeResult invoke(byte[] event) throws InterruptedException {
    var result = new CompletableFuture<InvokeResult>();
    Thread thread = Thread.ofPlatform().daemon().unstarted(() -> result.complete(run(event)));
    running = thread;
    thread.start();
    try {
      return result.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return new InvokeResult.TimedOut(function.timeout());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private InvokeResult run(byte[] event) {
    try {
      // Before anything of the function is loaded: logging finds its configuration by this loader.
      Thread.currentThread().setContextClassLoader(loader);
      RequestStreamHandler living = living();
      var out = new ByteArrayOutputStream();
      living.handleRequest(new ByteArrayInputStream(event), out, context());
      return new InvokeResult.Answered(out.toByteArray());
    } catch (Throwable e) { // Whatever a handler throws is its failed invocation, as on AWS.
      output.accept(e.getClass().getName() + ": " + e.getMessage());
      return new InvokeResult.Faulted(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }

  private InvocationContext context() {
    long deadline = clock.millis() + function.timeout().toMillis();
    return new InvocationContext(
        UUID.randomUUID().toString(),
        function.name(),
        LocalAccount.functionArn(function.name()),
        function.memoryMegabytes(),
        () -> (int) Math.max(0, deadline - clock.millis()),
        output);
  }

  private RequestStreamHandler living() throws ReflectiveOperationException {
    RequestStreamHandler current = handler;
    if (current == null) {
      current = load();
      handler = current;
    }
    return current;
  }

  /**
   * This JVM's environment is not the function's: a handler that takes its variables as an argument
   * is given them, any other is made as the runtime client makes it.
   */
  private RequestStreamHandler load() throws ReflectiveOperationException {
    Class<?> type = Class.forName(function.handler(), true, loader);
    for (var constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Map.class) {
        return (RequestStreamHandler) constructor.newInstance(function.environment());
      }
    }
    return (RequestStreamHandler) type.getConstructor().newInstance();
  }

  @Override
  public void kill() {
    handler = null;
    Thread thread = running;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }
}

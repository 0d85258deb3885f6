package io.usagecollector.local.lambda;

import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;

/** Several instances of one function: an invocation gets the one that was free last, as on AWS. */
public final class Fleet implements AutoCloseable {
  private final List<? extends FunctionInstance> instances;
  private final LinkedBlockingDeque<FunctionInstance> free;

  public Fleet(List<? extends FunctionInstance> instances) {
    this.instances = List.copyOf(instances);
    this.free = new LinkedBlockingDeque<>(instances);
  }

  /** How many invocations can run at once. */
  public int size() {
    return instances.size();
  }

  /** Waits for a free instance and runs one invocation on it. */
  public InvokeResult invoke(byte[] event) throws InterruptedException {
    FunctionInstance instance = free.takeFirst();
    try {
      return instance.invoke(event);
    } finally {
      free.putFirst(instance);
    }
  }

  /** Kills every instance in the middle of what it does; each starts anew when it is next used. */
  public void kill() {
    instances.forEach(FunctionInstance::kill);
  }

  @Override
  public void close() {
    instances.forEach(FunctionInstance::close);
  }
}

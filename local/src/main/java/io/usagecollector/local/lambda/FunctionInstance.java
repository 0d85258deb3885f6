package io.usagecollector.local.lambda;

/** One execution environment: it runs one invocation at a time, and starts anew after it died. */
public interface FunctionInstance extends AutoCloseable {
  /** Runs one invocation to its end. Throws only when the calling thread is interrupted. */
  InvokeResult invoke(byte[] event) throws InterruptedException;

  /** Ends it at once, in the middle of whatever it does. */
  void kill();

  @Override
  void close();
}

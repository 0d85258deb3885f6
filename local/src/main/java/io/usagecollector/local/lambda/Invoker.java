package io.usagecollector.local.lambda;

/** The function behind a mapping. Called from several threads at once. */
@FunctionalInterface
public interface Invoker {
  InvokeResult invoke(byte[] event) throws InterruptedException;
}

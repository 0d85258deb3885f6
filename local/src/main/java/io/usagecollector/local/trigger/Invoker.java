package io.usagecollector.local.trigger;

import io.usagecollector.local.lambda.InvokeResult;

/** The function behind the mapping. Called from several threads at once. */
@FunctionalInterface
public interface Invoker {
  InvokeResult invoke(byte[] event) throws InterruptedException;
}

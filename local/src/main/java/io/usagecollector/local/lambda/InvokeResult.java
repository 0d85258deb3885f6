package io.usagecollector.local.lambda;

import java.time.Duration;

/** What came of one invocation. Everything but an answer is a failed invocation, as on AWS. */
public sealed interface InvokeResult {

  /** The function returned; the body is what it wrote. */
  @SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
  record Answered(byte[] body) implements InvokeResult {}

  /** The function, or its start, threw: the type and message that the runtime client reported. */
  record Faulted(String errorType, String errorMessage) implements InvokeResult {}

  /** It ran out of its time and was killed. */
  record TimedOut(Duration after) implements InvokeResult {}

  /** Its process ended while it ran: an exit, a crash, a kill. */
  record Died(int exitStatus) implements InvokeResult {}
}

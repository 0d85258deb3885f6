package io.usagecollector.bench.forward;

import io.usagecollector.forward.ForwardHandler;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The forward function, which must accept every record of an invocation, or there is no figure. */
final class MeasuredFunction {
  private static final int PLENTY_OF_TIME_MILLIS = 120_000;

  private static final String ALL_ACCEPTED = "{\"batchItemFailures\":[]}";

  private final ForwardHandler handler = new ForwardHandler();

  void invoke(byte[] event, String requestId) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event),
        out,
        InvocationContext.of(requestId, PLENTY_OF_TIME_MILLIS));
    String answer = out.toString(StandardCharsets.UTF_8);
    if (!answer.equals(ALL_ACCEPTED)) {
      throw new IllegalStateException("not every record was accepted: " + answer);
    }
  }
}

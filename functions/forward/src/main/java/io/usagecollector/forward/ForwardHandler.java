package io.usagecollector.forward;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.Forwarder;
import io.usagecollector.aws.KafkaEvent;
import io.usagecollector.aws.KafkaEventReader;
import io.usagecollector.core.delivery.BatchReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Carries the records of a Kafka trigger to the billing service. Thread-safe. */
public final class ForwardHandler implements RequestStreamHandler {
  private final Forwarder forwarder;

  /** As the runtime makes it. */
  public ForwardHandler() {
    throw new UnsupportedOperationException(
        "reading the pipeline's configuration comes with the pipeline package");
  }

  ForwardHandler(Forwarder forwarder) {
    this.forwarder = forwarder;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    KafkaEvent event = KafkaEventReader.read(in);
    BatchReport report =
        forwarder.forward(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
    BatchResponse.write(report, forwarder.partialResponses(), out);
  }
}

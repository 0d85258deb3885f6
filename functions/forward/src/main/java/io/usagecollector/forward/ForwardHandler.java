package io.usagecollector.forward;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.BatchReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Carries the records of a Kafka trigger to the billing service. Held records fail the invocation,
 * unless the trigger reads a list of them. Thread-safe.
 */
public final class ForwardHandler implements RequestStreamHandler {
  private final Supplier<Forwarder> forwarder;

  /** As the runtime makes it, from the environment. */
  public ForwardHandler() {
    this(System.getenv());
  }

  /** With the variables handed in: for a JVM whose own environment is not the function's. */
  public ForwardHandler(Map<String, String> environment) {
    this(Startup.forwarder(environment, AwsClients::standard));
  }

  ForwardHandler(Supplier<Forwarder> forwarder) {
    this.forwarder = forwarder;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    BatchReport report = PowertoolsLogging.withLogging(context, () -> forward(in, context));
    BatchResponse.write(report, partialResponses(context), out);
  }

  private BatchReport forward(InputStream in, Context context) {
    try {
      Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
      return forwarder.get().forward(KafkaEventReader.read(in), left, partialResponses(context));
    } catch (IOException e) {
      throw new UncheckedIOException("the event could not be read to its end", e);
    }
  }

  private boolean partialResponses(Context context) {
    return forwarder.get().partialResponses(context.getInvokedFunctionArn());
  }
}

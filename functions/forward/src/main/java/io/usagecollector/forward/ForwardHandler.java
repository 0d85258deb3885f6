package io.usagecollector.forward;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
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
    this(Wiring.started(environment, AwsClients::standard));
  }

  ForwardHandler(Supplier<Forwarder> forwarder) {
    this.forwarder = forwarder;
  }

  /** The time that is left is looked at first, so that reading the event counts. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var budget =
        new TimeBudget(
            InstantSource.system(), Duration.ofMillis(context.getRemainingTimeInMillis()));
    BatchReport report = PowertoolsLogging.withLogging(context, () -> forward(in, budget, context));
    KafkaResponse.write(acknowledger(context).of(report), out);
  }

  private BatchReport forward(InputStream in, TimeBudget budget, Context context) {
    try {
      return forwarder.get().forward(KafkaEventReader.read(in), budget, acknowledger(context));
    } catch (IOException e) {
      throw new UncheckedIOException("the event could not be read to its end", e);
    }
  }

  private Acknowledger acknowledger(Context context) {
    return forwarder.get().acknowledger(context.getInvokedFunctionArn());
  }
}

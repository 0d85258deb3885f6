package io.usagecollector.redeliver;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.BatchItemFailures;
import io.usagecollector.aws.sqs.event.SqsEventReader;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.SourceHandle.QueueMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Tries the letters of the retry queue again. Its trigger must have {@code FunctionResponseTypes:
 * [ReportBatchItemFailures]}: what stays in the queue is listed, all else is deleted. Thread-safe.
 */
public final class RedeliverHandler implements RequestStreamHandler {
  private final Supplier<Redeliverer> redeliverer;

  /** As the runtime makes it, from the environment. */
  public RedeliverHandler() {
    this(System.getenv());
  }

  /** With the variables handed in: for a JVM whose own environment is not the function's. */
  public RedeliverHandler(Map<String, String> environment) {
    this(Wiring.started(environment, AwsClients::standard));
  }

  RedeliverHandler(Supplier<Redeliverer> redeliverer) {
    this.redeliverer = redeliverer;
  }

  /** The time that is left is looked at first, so that reading the event counts. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var budget =
        new TimeBudget(
            InstantSource.system(), Duration.ofMillis(context.getRemainingTimeInMillis()));
    Collection<QueueMessage> staying =
        PowertoolsLogging.withLogging(context, () -> redeliver(in, budget));
    BatchItemFailures.write(staying, (message, json) -> json.writeString(message.id()), out);
  }

  private Collection<QueueMessage> redeliver(InputStream in, TimeBudget budget) {
    try {
      return redeliverer.get().redeliver(SqsEventReader.read(in), budget);
    } catch (IOException e) {
      throw new UncheckedIOException("the event could not be read to its end", e);
    }
  }
}

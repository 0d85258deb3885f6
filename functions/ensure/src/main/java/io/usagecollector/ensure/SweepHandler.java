package io.usagecollector.ensure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.guard.Sweep.Swept;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Goes on with customers that were left half ensured, whenever a schedule calls it. What the event
 * says does not matter. Thread-safe.
 */
public final class SweepHandler implements RequestStreamHandler {
  /** What is left for writing the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(2);

  private final Supplier<Sweeper> sweeper;

  /** As the runtime makes it, from the environment. */
  public SweepHandler() {
    this(System.getenv());
  }

  /** With the variables handed in: for a JVM whose own environment is not the function's. */
  public SweepHandler(Map<String, String> environment) {
    this(Wiring.sweeper(environment, AwsClients::standard));
  }

  SweepHandler(Supplier<Sweeper> sweeper) {
    this.sweeper = sweeper;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var deadline = Deadline.in(left.minus(RESERVE), InstantSource.system());
    Swept swept = PowertoolsLogging.withLogging(context, () -> sweeper.get().sweep(deadline));
    out.write(text(swept).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Swept swept) {
    return "{\"ready\":%d,\"failed\":%d,\"complete\":%b}"
        .formatted(swept.ready(), swept.failed(), swept.complete());
  }
}

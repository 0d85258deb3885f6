package io.usagecollector.archive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.delivery.pace.TimeBudget;
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
 * Archives dead letters by a schedule, or whenever somebody invokes it: whatever the event says.
 * Answers {@code {"archived":N}}, in messages; what should be archived and is not fails the
 * invocation. Thread-safe.
 */
public final class ArchiveHandler implements RequestStreamHandler {
  private final Supplier<Archiver> archiver;

  /** As the runtime makes it, from the environment. */
  public ArchiveHandler() {
    this(System.getenv(), AwsClients.standard(), InstantSource.system());
  }

  ArchiveHandler(Map<String, String> environment, AwsClients clients, InstantSource clock) {
    this.archiver = Wiring.started(environment, clients, clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var budget =
        new TimeBudget(
            InstantSource.system(), Duration.ofMillis(context.getRemainingTimeInMillis()));
    int archived = PowertoolsLogging.withLogging(context, () -> archiver.get().archive(budget));
    out.write("{\"archived\":%d}".formatted(archived).getBytes(StandardCharsets.UTF_8));
  }
}

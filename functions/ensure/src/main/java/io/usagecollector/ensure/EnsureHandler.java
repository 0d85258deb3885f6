package io.usagecollector.ensure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.ensure.http.ApiEventReader;
import io.usagecollector.ensure.http.ApiResponseWriter;
import io.usagecollector.ensure.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Ensures a customer for whoever calls {@code POST /ensure}, behind an HTTP API or a REST API.
 * Every request is answered; an invocation fails only for what is no request. Thread-safe.
 */
public final class EnsureHandler implements RequestStreamHandler {
  /** What is left for writing the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(1);

  private final Front front;

  /** As the runtime makes it, from the environment. */
  public EnsureHandler() {
    this(System.getenv());
  }

  /** With the variables handed in: for a JVM whose own environment is not the function's. */
  public EnsureHandler(Map<String, String> environment) {
    this(Wiring.front(environment, AwsClients::standard));
  }

  EnsureHandler(Front front) {
    this.front = front;
  }

  /** The time that is left is looked at first, so that reading the event counts. */
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var left = Duration.ofMillis(context.getRemainingTimeInMillis());
    var deadline = Deadline.in(left.minus(RESERVE), InstantSource.system());
    HttpResponse response = PowertoolsLogging.withLogging(context, () -> answer(in, deadline));
    ApiResponseWriter.write(response, out);
  }

  private HttpResponse answer(InputStream in, Deadline deadline) {
    try {
      return front.answer(ApiEventReader.read(in), deadline);
    } catch (IOException e) {
      throw new UncheckedIOException("the event could not be read to its end", e);
    }
  }
}

package io.usagecollector.core.sink.flexprice;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.TransportFault;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to Flexprice: one to {@code POST /v1/events}, several to {@code POST
 * /v1/events/bulk}. A connection that went stale shows as a broken one, and costs one attempt.
 * Thread-safe.
 */
public final class FlexpriceSink implements Sink {
  /** Flexprice's own limit on events; of its 32 MiB a bulk takes what is quick to repeat. */
  public static final BulkLimits LIMITS = new BulkLimits(1_000, 4_000_000 - EventBody.FRAME);

  private static final Logger LOG = LoggerFactory.getLogger(FlexpriceSink.class);
  private static final int REQUEST_ID_BYTES = 16;

  private final FlexpriceForm form;
  private final FlexpriceAddress address;
  private final BulkLimits limits;
  private final ApiKey key;
  private final HttpClient client;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final FlexpriceAnswers answers;

  /**
   * @param limits how much one bulk may hold, {@link #LIMITS} at most
   * @param client follows no redirects, speaks HTTP/1.1, bounds the time to connect
   * @param random thread-safe; names the requests
   */
  public FlexpriceSink(
      FlexpriceForm form,
      FlexpriceAddress address,
      BulkLimits limits,
      ApiKey key,
      HttpClient client,
      InstantSource clock,
      RandomGenerator random) {
    this.form = form;
    this.address = address;
    this.limits = limits;
    this.key = key;
    this.client = client;
    this.clock = clock;
    this.random = random;
    this.answers = new FlexpriceAnswers(address.base().getAuthority());
  }

  /** A client as this sink needs it. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  @Override
  public EventForm form() {
    return form;
  }

  @Override
  public BulkLimits limits() {
    return limits;
  }

  @Override
  public void renewCredentials() {
    key.renew();
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    String requestId = requestId();
    Answer answer = answer(events, requestId, timeout);
    if (!(answer instanceof Answer.Accepted)) {
      LOG.warn("Request {} of {} events: {}", requestId, events.size(), answer.detail());
    }
    return answer;
  }

  private Answer answer(List<UsageEvent> events, String requestId, Duration timeout) {
    String apiKey;
    try {
      apiKey = key.value();
    } catch (RuntimeException e) {
      return unsendable("the API key could not be fetched: " + e.getClass().getSimpleName());
    }
    try {
      return exchange(request(events, apiKey, requestId, timeout), timeout);
    } catch (IllegalArgumentException e) {
      return unsendable("the API key or environment id is empty or no legal header value");
    }
  }

  private static Answer unsendable(String why) {
    return new Answer.Transient(
        new FaultKey.Unanswered(TransportFault.NOT_SENT), "not sent, " + why, Optional.empty());
  }

  private HttpRequest request(
      List<UsageEvent> events, String apiKey, String requestId, Duration timeout) {
    boolean single = events.size() == 1;
    byte[] body = single ? events.getFirst().json() : EventBody.bulk(events);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(single ? address.single() : address.bulk())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("x-api-key", apiKey)
            .header("X-Request-ID", requestId)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    address.environmentId().ifPresent(id -> request.header("X-Environment-ID", id));
    return request.build();
  }

  /** The client's own timeout ends with the answer's head, so the whole exchange is timed here. */
  private Answer exchange(HttpRequest request, Duration timeout) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, BoundedBody.handler());
    try {
      HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
      return answers.to(reply, clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Transient(
          new FaultKey.Unanswered(TransportFault.INTERRUPTED),
          "interrupted; it may have been stored",
          Optional.empty());
    } catch (ExecutionException | TimeoutException e) {
      return ConnectionFaults.of(e);
    } finally {
      exchange.cancel(true);
    }
  }

  private String requestId() {
    byte[] bytes = new byte[REQUEST_ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

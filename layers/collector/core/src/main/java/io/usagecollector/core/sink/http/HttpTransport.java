package io.usagecollector.core.sink.http;

import static io.usagecollector.core.sink.TransportFault.INTERRUPTED;
import static io.usagecollector.core.sink.TransportFault.NOT_SENT;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Sends requests with a key, one exchange each, and says what came of it: never what it means. The
 * key's fetch is part of the exchange's time. A connection that went stale shows as a broken one.
 * Thread-safe.
 */
public final class HttpTransport {
  private static final int REQUEST_ID_BYTES = 16;

  private final HttpClient client;
  private final KeyHeader keyHeader;
  private final Credential credential;
  private final RandomGenerator random;

  /**
   * @param client follows no redirects, speaks HTTP/1.1, bounds the time to connect
   * @param keyHeader how the service wants to be told the key
   * @param random thread-safe; names the requests
   */
  public HttpTransport(
      HttpClient client, KeyHeader keyHeader, Credential credential, RandomGenerator random) {
    this.client = client;
    this.keyHeader = keyHeader;
    this.credential = credential;
    this.random = random;
  }

  /** One for a service that asks for no key. */
  public static HttpTransport withoutKey(HttpClient client, RandomGenerator random) {
    return new HttpTransport(client, KeyHeader.none(), new NoCredential(), random);
  }

  /** A client as this transport needs it. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  /** See {@link Credential#renew}. */
  public void renewCredential() {
    credential.renew();
  }

  /** A name for a request that no other has: both sides log it. */
  public String requestId() {
    byte[] bytes = new byte[REQUEST_ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Makes one exchange.
   *
   * @param timeout what all of it may take, the key's fetch included; more than nothing
   */
  public Exchange exchange(HttpCall call, String requestId, Duration timeout) {
    long ends = System.nanoTime() + timeout.toNanos();
    String key;
    try {
      key = credential.value().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unsendable("interrupted while the API key was fetched");
    } catch (TimeoutException e) {
      return unsendable("the API key could not be fetched in time");
    } catch (ExecutionException e) {
      return unsendable("the API key could not be fetched: " + name(e));
    }
    Duration left = Duration.ofNanos(ends - System.nanoTime());
    if (!left.isPositive()) {
      return unsendable("the API key's fetch took all of the time");
    }
    try {
      return exchange(request(call, key, requestId, left), new ReadBody(call.longestReply()), left);
    } catch (IllegalArgumentException e) {
      return unsendable("the API key or environment id is empty or no legal header value");
    }
  }

  private static String name(ExecutionException e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }

  private static Exchange unsendable(String why) {
    return new Exchange.Unanswered(NOT_SENT, "not sent, " + why);
  }

  private HttpRequest request(HttpCall call, String key, String requestId, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(timeout)
            .header("Accept-Encoding", "identity")
            .header("X-Request-ID", requestId);
    if (call.method().equals("GET")) {
      request.GET();
    } else {
      request
          .setHeader("Content-Type", "application/json")
          .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    }
    call.headers().forEach(request::setHeader);
    if (keyHeader.isSent()) {
      request.setHeader(keyHeader.name(), keyHeader.value(key));
    }
    return request.build();
  }

  /** The client's own timeout ends with the answer's head, so the whole exchange is timed here. */
  private Exchange exchange(HttpRequest request, ReadBody body, Duration timeout) {
    CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, body);
    try {
      HttpResponse<byte[]> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Exchange.Answered(
          new Reply(response.statusCode(), response.headers(), Optional.of(response.body())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Exchange.Unanswered(INTERRUPTED, "interrupted; it may have been stored");
    } catch (ExecutionException e) {
      return body.withoutBody(e.getCause())
          .<Exchange>map(Exchange.Answered::new)
          .orElseGet(() -> ConnectionFaults.of(e));
    } catch (TimeoutException e) {
      return ConnectionFaults.of(e);
    } finally {
      exchange.cancel(true);
    }
  }
}

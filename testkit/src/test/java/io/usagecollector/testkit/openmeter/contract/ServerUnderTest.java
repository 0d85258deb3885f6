package io.usagecollector.testkit.openmeter.contract;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * The server the contract is held against: the stand-in, or a real one when the environment names
 * it. Nothing here assumes that it is empty, quick, or alone in the world.
 */
public final class ServerUnderTest implements AutoCloseable {
  static final String V1 = "/api/v1";
  static final String V3 = "/api/v3/openmeter";
  static final String SINGLE = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  private final Optional<OpenMeterStandIn> standIn;
  private final OpenMeterClient client;
  private final HttpCalls calls;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger made = new AtomicInteger();

  private ServerUnderTest(
      Optional<OpenMeterStandIn> standIn, OpenMeterAccess access, SSLContext tls) {
    this.standIn = standIn;
    this.client = new OpenMeterClient(access, tls);
    this.calls = access.rootCalls(tls);
  }

  static ServerUnderTest start() {
    return RealServer.isGiven()
        ? new ServerUnderTest(Optional.empty(), RealServer.access(), defaultTls())
        : of(OpenMeterStandIn.start());
  }

  public static ServerUnderTest of(OpenMeterStandIn standIn) {
    OpenMeterAccess access = OpenMeterAccess.selfHosted(standIn.url(), Optional.empty());
    return new ServerUnderTest(Optional.of(standIn), access, standIn.clientTls());
  }

  public OpenMeterClient client() {
    return client;
  }

  /** A name nobody used before, on any server, that may be a key of anything. */
  public String unique(String what) {
    return what + "_" + run + "_" + made.incrementAndGet();
  }

  public HttpAnswer get(String path) {
    return send("GET", path, "", calls.headers());
  }

  public HttpAnswer delete(String path) {
    return send("DELETE", path, "", calls.headers());
  }

  public HttpAnswer post(String path, String body) {
    return send("POST", path, body, calls.headers());
  }

  /** Posts a body of some content type. */
  public HttpAnswer post(String path, String contentType, String body) {
    Map<String, String> headers = new HashMap<>(calls.headers());
    headers.put("Content-Type", contentType);
    return send("POST", path, body, headers);
  }

  public HttpAnswer send(String method, String path, String body, Map<String, String> headers) {
    try {
      return calls.send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    } catch (IOException e) {
      throw new UncheckedIOException("the server under test gave no answer", e);
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** {@code filter[field][eq]=value} */
  static String filter(String field, String value) {
    return encoded("filter[" + field + "][eq]") + "=" + encoded(value);
  }

  /** Storing is asynchronous on the real server: repeats an assertion until it holds. */
  public void eventually(ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(standIn.isPresent() ? Duration.ofSeconds(5) : Duration.ofSeconds(90))
        .pollInterval(standIn.isPresent() ? Duration.ofMillis(20) : Duration.ofMillis(500))
        .pollDelay(Duration.ZERO)
        .untilAsserted(assertion);
  }

  /** What this run has left on the server so far. */
  Leftovers leftovers() {
    return new Leftovers(this, run);
  }

  @Override
  public void close() {
    if (standIn.isEmpty()) {
      leftovers().remove();
    }
    client.close();
    calls.close();
    standIn.ifPresent(OpenMeterStandIn::close);
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.usagecollector.testkit.flexprice.contract;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
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
  static final Instant END = Instant.parse("2106-01-01T00:00:00Z");

  private final Optional<FlexpriceStandIn> standIn;
  private final FlexpriceClient client;
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger made = new AtomicInteger();

  private ServerUnderTest(Optional<FlexpriceStandIn> standIn, FlexpriceClient client) {
    this.standIn = standIn;
    this.client = client;
  }

  static ServerUnderTest start() {
    return RealServer.isGiven()
        ? new ServerUnderTest(
            Optional.empty(), new FlexpriceClient(RealServer.access(), defaultTls()))
        : of(FlexpriceStandIn.start());
  }

  public static ServerUnderTest of(FlexpriceStandIn standIn) {
    Access access = Access.of(standIn.url(), standIn.apiKey());
    return new ServerUnderTest(
        Optional.of(standIn), new FlexpriceClient(access, standIn.clientTls()));
  }

  public FlexpriceClient client() {
    return client;
  }

  public HttpCalls calls() {
    return client.calls();
  }

  /** A name nobody used before, on any server. */
  public String unique(String what) {
    return what + "_" + run + "_" + made.incrementAndGet();
  }

  /** Two meters over events of a new name, SUM and COUNT, and a plan that prices both at 0.01. */
  public Metered metered() {
    String eventName = unique("call");
    MeterHandle sum = client.createMeter(MeterHandle.Draft.sum(unique("sum"), eventName, "amount"));
    MeterHandle count = client.createMeter(MeterHandle.Draft.count(unique("count"), eventName));
    String plan = planFor(sum, count);
    return new Metered(this, eventName, sum, count, plan);
  }

  /** A new plan that prices these meters at 0.01 since the beginning. */
  public String planFor(MeterHandle... meters) {
    String plan = client.createPlan(unique("plan"), unique("plan_key"));
    for (MeterHandle meter : meters) {
      client.createUnitPrice(plan, meter.id(), new BigDecimal("0.01"), "USD");
    }
    return plan;
  }

  /** A new customer with an active subscription to the plan. */
  String customerOf(String plan) {
    String customer = unique("cust");
    client.ensureCustomer(customer);
    client.subscribe(customer, plan, "usd");
    return customer;
  }

  public HttpAnswer get(String path) {
    return unchecked(() -> calls().get(path));
  }

  public HttpAnswer delete(String path) {
    return unchecked(() -> calls().delete(path));
  }

  public HttpAnswer post(String path, String body) {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  public HttpAnswer post(String path, byte[] body) {
    return unchecked(() -> calls().post(path, body));
  }

  public HttpAnswer send(String method, String path, String body, Map<String, String> headers) {
    return unchecked(
        () -> calls().send(method, path, body.getBytes(StandardCharsets.UTF_8), headers));
  }

  /** Processing is asynchronous on the real server: repeats an assertion until it holds. */
  public void eventually(ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(standIn.isPresent() ? Duration.ofSeconds(5) : Duration.ofSeconds(90))
        .pollInterval(standIn.isPresent() ? Duration.ofMillis(20) : Duration.ofMillis(500))
        .pollDelay(Duration.ZERO)
        .untilAsserted(assertion);
  }

  @Override
  public void close() {
    client.close();
    standIn.ifPresent(FlexpriceStandIn::close);
  }

  private interface Sending {
    HttpAnswer send() throws IOException;
  }

  private static HttpAnswer unchecked(Sending sending) {
    try {
      return sending.send();
    } catch (IOException e) {
      throw new UncheckedIOException("the server under test gave no answer", e);
    }
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.usagecollector.core.customer.flexprice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.Deadline;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.customer.Sleeper;
import io.usagecollector.core.sink.flexprice.FlexpriceAddress;
import io.usagecollector.core.sink.flexprice.FlexpriceApi;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Accounts over HTTP at a stand-in, with a plan whose one meter is priced since 2020. */
final class Billing implements AutoCloseable {
  static final Duration LAG = Duration.ofSeconds(1);
  static final Pace PACE = new Pace(Duration.ofMillis(1_500), Duration.ofSeconds(5));
  private static final String INGESTOR = "sk_ingestor";

  final FlexpriceStandIn standIn;
  final FlexpriceClient client;
  final MeterHandle meter;
  final String planId;
  private final Clock clock;
  private final Sleeper sleeper;

  private Billing(StandInOptions options, Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.standIn =
        FlexpriceStandIn.start(
            options
                .plainHttp()
                .clock(clock)
                .recordBodies()
                .key(ApiKey.of("sk_writer", Role.ALL_WRITER))
                .key(ApiKey.of(INGESTOR, Role.EVENT_INGESTOR)));
    this.client =
        new FlexpriceClient(Access.of(standIn.url(), standIn.apiKey()), standIn.clientTls());
    this.meter = client.createMeter(MeterHandle.Draft.sum("calls", "call", "amount"));
    this.planId = plan("pro");
  }

  static Billing at(TestTime time) {
    return new Billing(new StandInOptions().replicaLag(LAG), time, time);
  }

  /** In real time, behind a replica that lags. */
  static Billing really(Duration lag) {
    return new Billing(new StandInOptions().replicaLag(lag), Clock.systemUTC(), Thread::sleep);
  }

  String plan(String key) {
    String id = client.createPlan(key, key);
    client.createUnitPrice(id, meter.id(), new BigDecimal("0.01"), "USD");
    passLag();
    return id;
  }

  void passLag() {
    if (clock instanceof TestTime time) {
      time.pass(LAG);
    }
  }

  static boolean runs(JsonNode subscription) {
    return !List.of("draft", "cancelled")
        .contains(subscription.path("subscription_status").asText());
  }

  FlexpriceAccounts accounts() {
    return accounts(Optional.of(DefaultPlan.of("pro")), PACE);
  }

  FlexpriceAccounts accounts(Optional<DefaultPlan> plan, Pace pace) {
    return accounts(standIn.url(), standIn.apiKey(), plan, pace);
  }

  FlexpriceAccounts ingestors() {
    return accounts(standIn.url(), INGESTOR, Optional.of(DefaultPlan.of("pro")), PACE);
  }

  FlexpriceAccounts accounts(URI url, String key, Optional<DefaultPlan> plan, Pace pace) {
    return accounts(url, key, plan, pace, sleeper);
  }

  /** As usual, but waiting so. */
  FlexpriceAccounts accountsWaiting(Sleeper waiting) {
    return accounts(
        standIn.url(), standIn.apiKey(), Optional.of(DefaultPlan.of("pro")), PACE, waiting);
  }

  private FlexpriceAccounts accounts(
      URI url, String key, Optional<DefaultPlan> plan, Pace pace, Sleeper waiting) {
    var credential =
        new Credential() {
          @Override
          public CompletableFuture<String> value() {
            return CompletableFuture.completedFuture(key);
          }

          @Override
          public void renew() {}
        };
    var api =
        new FlexpriceApi(
            new FlexpriceAddress(url, Optional.empty()),
            HttpTransport.client(),
            credential,
            new Random(1));
    return new FlexpriceAccounts(api, plan, pace, clock, waiting, new Random(2));
  }

  Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60), clock);
  }

  static EnsureRequest request(String key) {
    return EnsureRequest.of(new CustomerKey(key));
  }

  static EnsureRequest since(String key, String firstEvent) {
    return new EnsureRequest(
        new CustomerKey(key), key, Optional.of(Instant.parse(firstEvent)), false);
  }

  /** A customer that is there, and that the replica has. */
  BillingCustomer customer(String key) {
    BillingCustomer made = made(accounts().customer(request(key), soon()));
    passLag();
    return made;
  }

  static <T> T made(Step<T> step) {
    return switch (step) {
      case Step.Done<T>(T value, boolean _) -> value;
      case Step.Failed<T>(EnsureFault fault) -> throw new AssertionError(fault);
      case Step.CustomerGone<T> _ -> throw new AssertionError("the customer is gone");
    };
  }

  BillingSubscription subscribed(BillingCustomer customer, EnsureRequest request) {
    return made(accounts().subscription(customer, request, soon()));
  }

  HttpAnswer post(String path, String body) {
    return send("POST", path, body);
  }

  HttpAnswer send(String method, String path, String body) {
    try {
      return client.calls().send(method, path, body.getBytes(UTF_8), client.calls().headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All customers there are, as the server itself sees them. */
  List<JsonNode> customers() {
    passLag();
    return post("/v1/customers/search", "{\"limit\":1000}")
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  /** All subscriptions of a customer that this fits, the newest first. */
  List<JsonNode> subscriptions(BillingCustomer customer, Predicate<JsonNode> wanted) {
    passLag();
    return post(
            "/v1/subscriptions/search",
            """
            {"customer_id":"%s","limit":1000,"expand":"subscription_line_items",
             "subscription_status":
               ["active","trialing","paused","incomplete","draft","cancelled"]}\
            """
                .formatted(customer.id()))
        .json()
        .path("items")
        .valueStream()
        .filter(wanted)
        .toList();
  }

  /** Another attempt's draft, as it was left behind. */
  String draft(BillingCustomer customer, String start) {
    return subscribe(customer, planId, start, "draft");
  }

  String subscribe(BillingCustomer customer, String plan, String start, String status) {
    HttpAnswer answer =
        post(
            "/v1/subscriptions",
            """
            {"customer_id":"%s","plan_id":"%s","currency":"usd","billing_period":"MONTHLY",
             "start_date":"%s","subscription_status":"%s","lookup_key":"usage-collector:%s:%s"}\
            """
                .formatted(customer.id(), plan, start, status, customer.key().value(), plan));
    passLag();
    return answer.expect(201, "subscribe").path("id").asText();
  }

  long requests(String method, String path) {
    return standIn
        .requests()
        .matching(seen -> seen.method().equals(method) && seen.path().equals(path))
        .size();
  }

  @Override
  public void close() {
    client.close();
    standIn.close();
  }
}

package io.usagecollector.core.customer.openmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.access.TokenRole;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A stand-in that is asked in one dialect, and what people do there meanwhile. */
final class World implements AutoCloseable {
  static final String TOKEN = "spat_provisioning";
  static final String INGEST_TOKEN = "spat_ingest";

  final OpenMeterStandIn server;
  final OpenMeterClient people;
  private final OpenMeterDialect dialect;
  private final HttpCalls calls;

  World(OpenMeterDialect dialect) {
    this(dialect, Duration.ZERO);
  }

  /**
   * @param subscribing how long making a subscription holds one connection before it needs two
   */
  World(OpenMeterDialect dialect, Duration subscribing) {
    this.dialect = dialect;
    server =
        OpenMeterStandIn.start(
            new OpenMeterOptions()
                .plainHttp()
                .subscribing(subscribing)
                .token(TOKEN, TokenRole.BILLING_ADMIN)
                .token(INGEST_TOKEN, TokenRole.INGEST));
    var access = OpenMeterAccess.selfHosted(server.url(), Optional.empty());
    people = new OpenMeterClient(access, server.clientTls());
    calls = access.calls(server.clientTls());
  }

  URI url() {
    return switch (dialect) {
      case KONNECT_V3 -> server.konnect();
      case OPENMETER_V1 -> server.v1();
    };
  }

  OpenMeterAccounts accounts() {
    return accounts(AccountsAt.FREE);
  }

  OpenMeterAccounts accounts(CreatePermits permits) {
    return AccountsAt.of(url().toString(), permits, InstantSource.system(), TOKEN);
  }

  OpenMeterAccounts accountsWith(String token) {
    return AccountsAt.of(url().toString(), AccountsAt.FREE, InstantSource.system(), token);
  }

  PlanHandle publish() {
    return people.publishPlan(people.draftPlan(AccountsAt.PLAN).id());
  }

  /** Publishes a version that costs money. */
  void publishPriced() {
    String body =
        "{\"name\":\"p\",\"key\":\""
            + AccountsAt.PLAN
            + "\",\"currency\":\"USD\","
            + "\"billing_cadence\":\"P1M\",\"phases\":[{\"name\":\"d\",\"key\":\"d\","
            + "\"rate_cards\":[{\"name\":\"c\",\"key\":\"c\",\"price\":{\"type\":\"unit\","
            + "\"amount\":\"1\"}}]}]}";
    people.publishPlan(post("/plans", body));
  }

  /** Makes the customer that everything here is about. */
  BillingCustomer customer() {
    return new BillingCustomer(AccountsAt.KEY, people.createCustomer(AccountsAt.KEY.value()));
  }

  /** Lets another customer have the key as its subject. */
  void subjectOfAnother() {
    post(
        "/customers",
        "{\"name\":\"o\",\"key\":\"globex:9\",\"usage_attribution\":{\"subject_keys\":[\""
            + AccountsAt.KEY.value()
            + "\"]}}");
  }

  /** Lets a subscription run on to the end of its month. */
  void cancelAtItsEnd(String subscriptionId) {
    post(
        "/subscriptions/" + subscriptionId + "/cancel", "{\"timing\":\"next_billing_cycle\"}", 200);
  }

  private String post(String path, String body) {
    return post(path, body, 201);
  }

  private String post(String path, String body, int status) {
    try {
      return calls.post(path, body.getBytes(UTF_8)).expect(status, path).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked since {@link #forget}, each by the last part of its path. */
  List<String> asked() {
    return server.requests().recent().stream()
        .map(request -> request.method() + " " + request.path().replaceAll(".*/", ""))
        .toList();
  }

  /** Leaves out of {@link #asked} what was asked before. */
  World forget() {
    server.requests().clear();
    return this;
  }

  static Predicate<RequestLine> line(String method, String last) {
    return line -> line.method().equals(method) && line.path().endsWith("/" + last);
  }

  /** A list without anything in it, though there may be something by now. */
  CannedAnswer emptyList() {
    return new CannedAnswer(200, Map.of(), "application/json", new Bodies(dialect).list());
  }

  /** Asserts how many customers there are, and how many subscriptions run. */
  void holds(int customers, int running) {
    assertThat(server.books().customers()).hasSize(customers);
    assertThat(server.books().running().values().stream().mapToInt(List::size).sum())
        .isEqualTo(running);
  }

  @Override
  public void close() {
    people.close();
    calls.close();
    server.close();
  }
}

package io.usagecollector.core.customer.openmeter;

import static io.usagecollector.core.customer.openmeter.AccountsAt.CUSTOMER;
import static io.usagecollector.core.customer.openmeter.AccountsAt.KEY;
import static io.usagecollector.core.customer.openmeter.AccountsAt.kind;
import static io.usagecollector.core.customer.openmeter.AccountsAt.soon;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.KONNECT_V3;
import static io.usagecollector.core.sink.openmeter.OpenMeterDialect.OPENMETER_V1;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureFault.Kind;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.core.sink.openmeter.OpenMeterDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomersTest {
  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private Step<BillingCustomer> ensure(OpenMeterDialect dialect) {
    return ensure(dialect, EnsureRequest.of(KEY));
  }

  private Step<BillingCustomer> ensure(OpenMeterDialect dialect, EnsureRequest request) {
    return AccountsAt.of(server.url(), dialect).customer(request, soon());
  }

  private static String look(OpenMeterDialect dialect) {
    return switch (dialect) {
      case KONNECT_V3 ->
          "GET /api/v3/openmeter/customers?filter[key][eq]=acme:u1&page[number]=1&page[size]=100";
      case OPENMETER_V1 -> "GET /api/v1/customers?key=acme:u1&page=1&pageSize=500";
    };
  }

  private static String lookBySubject(OpenMeterDialect dialect) {
    return switch (dialect) {
      case KONNECT_V3 ->
          "GET /api/v3/openmeter/customers?filter[usage_attribution_subject_key][eq]=acme:u1"
              + "&page[number]=1&page[size]=100";
      case OPENMETER_V1 -> "GET /api/v1/customers?subject=acme:u1&page=1&pageSize=500";
    };
  }

  private static String create(OpenMeterDialect dialect) {
    return switch (dialect) {
      case KONNECT_V3 -> "POST /api/v3/openmeter/customers";
      case OPENMETER_V1 -> "POST /api/v1/customers";
    };
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsThereIsAdoptedByOneRequest(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server.answers(200, bodies.list(bodies.customer("01C", "acme:u1")));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, false));
    assertThat(server.lines()).containsExactly(look(dialect));
    assertThat(server.asked().getFirst().authorization()).isEqualTo("Bearer kpat_1");
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsMissingIsMadeWithItsKeyAsItsOnlySubject(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server.answers(200, bodies.list()).answers(201, bodies.customer("01C", "acme:u1"));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
    assertThat(server.lines()).containsExactly(look(dialect), create(dialect));
    assertThat(server.asked().getLast().body())
        .isEqualTo(
            switch (dialect) {
              case KONNECT_V3 ->
                  "{\"name\":\"acme:u1\",\"key\":\"acme:u1\","
                      + "\"usage_attribution\":{\"subject_keys\":[\"acme:u1\"]}}";
              case OPENMETER_V1 ->
                  "{\"name\":\"acme:u1\",\"key\":\"acme:u1\","
                      + "\"usageAttribution\":{\"subjectKeys\":[\"acme:u1\"]}}";
            });
  }

  @Test
  void whereTheFilterFindsPartsOfKeysInAnyCaseAllPagesAreReadForTheExactOne() {
    var v1 = new Bodies(OPENMETER_V1);
    server
        .answers(200, v1.page(4, v1.customer("01A", "acme:u10"), v1.customer("01B", "ACME:U1")))
        .answers(200, v1.page(4, v1.customer("01C", "acme:u1"), v1.customer("01D", "xacme:u1")));
    assertThat(ensure(OPENMETER_V1)).isEqualTo(new Step.Done<>(CUSTOMER, false));
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v1/customers?key=acme:u1&page=1&pageSize=500",
            "GET /api/v1/customers?key=acme:u1&page=2&pageSize=500");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyIsComparedCodePointByCodePoint(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    var composed = new CustomerKey("acme:\u00e9");
    server
        .answers(200, bodies.list(bodies.customer("01X", "acme:e\u0301")))
        .answers(201, bodies.customer("01C", "acme:\u00e9"));
    assertThat(ensure(dialect, EnsureRequest.of(composed)))
        .isEqualTo(new Step.Done<>(new BillingCustomer(composed, "01C"), true));
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedOneIsNotAdopted(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list(bodies.deletedCustomer("01X", "acme:u1")))
        .answers(201, bodies.customer("01C", "acme:u1"));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
  }

  @ParameterizedTest
  @EnumSource
  void aListInTheOtherDialectsFormIsReadAllTheSame(OpenMeterDialect dialect) {
    var own = new Bodies(dialect);
    var others = new Bodies(dialect == KONNECT_V3 ? OPENMETER_V1 : KONNECT_V3);
    server.answers(200, others.list(own.customer("01C", "acme:u1")));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, false));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyListMayBeNull(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list().replace("[]", "null"))
        .answers(201, bodies.customer("01C", "acme:u1"));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMadeWhileTheListCannotBeRead(OpenMeterDialect dialect) {
    server.answers(200, "{\"message\":\"We are down for maintenance\"}");
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNREACHABLE);
    assertThat(server.lines()).containsExactly(look(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsMadeWhileALaterPageCannotBeRead(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server.answers(200, bodies.page(2, bodies.customer("01X", "other"))).answers(503, "");
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNREACHABLE);
    assertThat(server.lines()).hasSize(2).noneMatch(line -> line.startsWith("POST"));
  }

  @ParameterizedTest
  @EnumSource
  void ofAConflictTheOneWhoMadeItIsAdopted(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(409, Bodies.problem(409, "conflict error: key is already used"))
        .answers(200, bodies.list(bodies.customer("01C", "acme:u1")));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, false));
    assertThat(server.lines()).containsExactly(look(dialect), create(dialect), look(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsAnotherCustomersSubjectIsAConflictForPeople(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(409, Bodies.problem(409, "one or multiple subject keys"))
        .answers(200, bodies.list())
        .answers(200, bodies.list(bodies.customer("01X", "globex:9", "acme:u1")));
    var failed = (Step.Failed<BillingCustomer>) ensure(dialect);
    assertThat(failed.fault().kind()).isEqualTo(Kind.SUBJECT_CONFLICT);
    assertThat(failed.fault().detail()).doesNotContain("globex", "acme");
    assertThat(server.lines())
        .containsExactly(look(dialect), create(dialect), look(dialect), lookBySubject(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void aSubjectIsComparedExactlyToo(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    String near = bodies.list(bodies.customer("01X", "other", "acme:u10"));
    server
        .answers(200, bodies.list())
        .answers(409, Bodies.problem(409, "d"))
        .answers(200, bodies.list())
        .answers(200, near)
        .answers(201, bodies.customer("01C", "acme:u1"));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
  }

  @ParameterizedTest
  @EnumSource
  void aConflictWithNobodyIsTriedOnceMoreAndThenLeftOpen(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(409, Bodies.problem(409, "d"))
        .answers(200, bodies.list())
        .answers(200, bodies.list())
        .answers(409, Bodies.problem(409, "d"))
        .answers(200, bodies.list())
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(server.lines())
        .containsExactly(
            look(dialect),
            create(dialect),
            look(dialect),
            lookBySubject(dialect),
            create(dialect),
            look(dialect),
            lookBySubject(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void afterAnAnswerThatLeavesItOpenItIsLookedForBeforeASecondRequest(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(500, "")
        .answers(200, bodies.list())
        .answers(201, bodies.customer("01C", "acme:u1"));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
    assertThat(server.lines())
        .containsExactly(look(dialect), create(dialect), look(dialect), create(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void thereIsNoThirdRequest(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(502, "<html>")
        .answers(200, bodies.list())
        .answers(504, "<html>")
        .answers(200, bodies.list());
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(server.lines()).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessThatCannotBeReadIsLookedFor(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    server
        .answers(200, bodies.list())
        .answers(201, "{\"id\":\"01C\"}")
        .answers(200, bodies.list(bodies.customer("01C", "acme:u1")));
    assertThat(ensure(dialect)).isEqualTo(new Step.Done<>(CUSTOMER, true));
    assertThat(server.lines()).containsExactly(look(dialect), create(dialect), look(dialect));
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyCanLookTheOutcomeStaysOpen(OpenMeterDialect dialect) {
    server.answers(200, new Bodies(dialect).list()).answers(500, "").answers(500, "");
    assertThat(kind(ensure(dialect))).isEqualTo(Kind.UNKNOWN_OUTCOME);
    assertThat(server.lines()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void nothingInAKeyMeansAnythingInTheQuery(OpenMeterDialect dialect) {
    var bodies = new Bodies(dialect);
    var key = new CustomerKey("a b+c&d=e%f[g]#h/i?j\u00e9\uD83D\uDE00");
    server.answers(200, bodies.list(bodies.customer("01C", key.value())));
    assertThat(ensure(dialect, EnsureRequest.of(key)))
        .isEqualTo(new Step.Done<>(new BillingCustomer(key, "01C"), false));
    assertThat(server.asked().getFirst().rawQuery())
        .contains("=a%20b%2Bc%26d%3De%25f%5Bg%5D%23h%2Fi%3Fj%C3%A9%F0%9F%98%80&")
        .doesNotContain("[");
  }
}

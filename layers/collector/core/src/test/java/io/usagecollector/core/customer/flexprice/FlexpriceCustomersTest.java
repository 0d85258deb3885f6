package io.usagecollector.core.customer.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.BillingAccounts.Step;
import io.usagecollector.core.customer.BillingCustomer;
import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.core.customer.EnsureRequest;
import io.usagecollector.testkit.fault.CannedAnswer;
import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.record.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexpriceCustomersTest {
  private final Billing billing = Billing.at(new TestTime());
  private final FlexpriceAccounts accounts = billing.accounts();

  @AfterEach
  void stop() {
    billing.close();
  }

  private Step<BillingCustomer> ensure(String key) {
    return accounts.customer(Billing.request(key), billing.soon());
  }

  @Test
  void aCustomerIsMadeOnceAndFoundAfterwards() {
    Step<BillingCustomer> first = ensure("app:anna");
    JsonNode made = billing.customers().getFirst();
    assertThat(made.path("external_id").asText()).isEqualTo("app:anna");
    assertThat(made.path("name").asText()).isEqualTo("app:anna");
    assertThat(made.path("metadata").path("provisioned_by").asText()).isEqualTo("usage-collector");
    BillingCustomer anna =
        new BillingCustomer(new CustomerKey("app:anna"), made.path("id").asText());
    assertThat(first).isEqualTo(new Step.Done<>(anna, true));
    assertThat(ensure("app:anna")).isEqualTo(new Step.Done<>(anna, false));
    assertThat(billing.customers()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "a%2Fb",
        "a?b#c",
        "a\"b\\c",
        " a",
        "a ",
        "..",
        "a+b",
        "ключ",
        "\uD83D\uDE00",
        "a&b=c",
        "<b>",
        "a\nb"
      })
  void anyKeyIsFoundAgainAsItIs(String key) {
    Step<BillingCustomer> first = ensure(key);
    billing.passLag();
    assertThat(ensure(key)).isEqualTo(new Step.Done<>(Billing.made(first), false));
    assertThat(billing.customers())
        .extracting(c -> c.path("external_id").asText())
        .containsExactly(key);
  }

  @Test
  void keysThatLookAlikeAreDifferentCustomers() {
    List<String> keys = List.of("\u00e9", "e\u0301", "E\u0301", "a", "a ");
    List<String> ids = keys.stream().map(key -> Billing.made(ensure(key)).id()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    billing.passLag();
    assertThat(keys.stream().map(key -> Billing.made(ensure(key)).id()).toList()).isEqualTo(ids);
  }

  @Test
  void aNameIsCutToWhatFlexpriceTakesAndAnEmptyOneIsTheKey() {
    String long256 = "\uD83D\uDE00".repeat(256);
    assertThat(named("one", long256)).isEqualTo("\uD83D\uDE00".repeat(255));
    assertThat(named("two", "")).isEqualTo("two");
  }

  private String named(String key, String name) {
    var request = new EnsureRequest(new CustomerKey(key), name, Optional.empty(), false);
    Billing.made(accounts.customer(request, billing.soon()));
    return billing.customers().stream()
        .filter(made -> made.path("external_id").asText().equals(key))
        .findFirst()
        .orElseThrow()
        .path("name")
        .asText();
  }

  @Test
  void aKeyOf255CharactersIsKept() {
    assertThat(Billing.made(ensure("\uD83D\uDE00".repeat(255))).id()).startsWith("cust_");
  }

  /** The replica does not have yet what the unique index refuses. */
  @Test
  void whoLosesTheRaceFindsTheWinnersCustomerBehindTheLag() {
    BillingCustomer winners = Billing.made(ensure("anna"));
    assertThat(ensure("anna")).isEqualTo(new Step.Done<>(winners, false));
    assertThat(billing.requests("POST", "/v1/customers")).isEqualTo(2);
    assertThat(billing.customers()).hasSize(1);
  }

  /** It may subscribe the customer, which we do ourselves. */
  @Test
  void theTenantsOwnOnboardingRunsOnlyWhereWeMakeNoSubscription() {
    ensure("with plan");
    Billing.made(
        billing
            .accounts(Optional.empty(), Billing.PACE)
            .customer(Billing.request("without"), billing.soon()));
    assertThat(created("with plan")).contains("\"skip_onboarding_workflow\":true");
    assertThat(created("without")).doesNotContain("onboarding");
  }

  private String created(String key) {
    return billing.standIn.requests().matching(seen -> seen.path().equals("/v1/customers")).stream()
        .map(seen -> seen.body().map(Body::text).orElse(""))
        .filter(body -> body.contains(key))
        .findFirst()
        .orElseThrow();
  }

  /** A database may take for the same what is another's. */
  @Test
  void aCustomerOfAnotherKeyIsNotTakenWhateverTheSearchSays() {
    billing
        .standIn
        .faults()
        .next(
            1,
            Fault.answers(
                new CannedAnswer(
                    200,
                    Map.of(),
                    "application/json",
                    "{\"items\":[{\"id\":\"cust_other\",\"external_id\":\"ANNA\"}]}")),
            line -> line.path().endsWith("/search"));
    assertThat(Billing.made(ensure("anna")).id()).isNotEqualTo("cust_other");
    assertThat(billing.customers()).hasSize(1);
  }

  /** Of two whose answers were lost, the first may have made it: as far as it can know, it did. */
  @Test
  void whatWasFoundAfterALostAnswerCountsAsMade() {
    billing
        .standIn
        .faults()
        .next(1, Fault.resets().afterStored(), line -> line.path().equals("/v1/customers"));
    assertThat(ensure("anna"))
        .isInstanceOfSatisfying(Step.Done.class, d -> assertThat(d.created()).isTrue());
    assertThat(billing.customers()).hasSize(1);
  }
}

package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.Population;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers are left to the functions: nobody is there before the first of their events. */
class EnsuredCustomersIT extends EndToEnd {
  private static final int CUSTOMERS = 12;
  private static final int CALLS = 3;

  private void startEnsuring(OwnerPrefix ownerPrefix) {
    start(given -> given.customers = new SystemSettings.Customers.Ensured(ownerPrefix));
  }

  private static String call(String customer, int second) {
    return """
    {"call_id":"%s-%d","customer_id":"%s","duration_seconds":7,"model":"gpt-4",\
    "timestamp":"2025-12-01T10:30:%02dZ"}\
    """
        .formatted(customer, second, customer, second);
  }

  private static String customer(int number) {
    return "app:user_" + number;
  }

  /** What the customer's only subscription charges for, of the event name. */
  private String charged(FlexpriceClient client, String customer) throws IOException {
    List<String> subscriptions = client.subscriptions(customer);
    assertThat(subscriptions).hasSize(1);
    String body =
        """
        {"subscription_id":"%s","start_time":"1970-01-01T00:00:00Z","end_time":"2100-01-01T00:00:00Z"}
        """
            .formatted(subscriptions.getFirst());
    JsonNode usage =
        client
            .calls()
            .post("/v1/subscriptions/usage", body.getBytes(StandardCharsets.UTF_8))
            .expect(200, "usage");
    return usage
        .path("charges")
        .valueStream()
        .filter(charge -> charge.path("meter_display_name").asText().equals("voice_call events"))
        .map(charge -> charge.path("quantity").asText())
        .findFirst()
        .orElse("no price");
  }

  /** Records without a key lie in one partition, so that a customer's first event goes first. */
  @Test
  void everyCustomerIsThereOnceAndTheirSubscriptionBillsTheFirstEvent() throws Exception {
    startEnsuring(OwnerPrefix.LITERAL);
    produceValues(
        IntStream.range(0, CUSTOMERS * CALLS)
            .mapToObj(i -> call(customer(i % CUSTOMERS), i))
            .toArray(String[]::new));
    system.provision();
    assertThat(system.population()).isEqualTo(new Population(0, 0));

    system.switchOn();
    BillingStatement statement = awaitDrained();
    assertBalances(statement);
    assertThat(system.population()).isEqualTo(new Population(CUSTOMERS, CUSTOMERS));
    assertThat(system.enrolled(statement)).hasSize(CUSTOMERS).allMatch(Enrolled::isOnce);
    var access = Access.of(flexprice().url(), flexprice().apiKey());
    try (var client = new FlexpriceClient(access, flexprice().clientTls())) {
      for (int i = 0; i < CUSTOMERS; i++) {
        assertThat(charged(client, customer(i))).as(customer(i)).isEqualTo("" + CALLS);
      }
    }
  }

  @Test
  void theOwnerOfTwoClientsIsOneCustomerWhereThePrefixIsStripped() {
    startEnsuring(OwnerPrefix.STRIP);
    produceValues(call("app:owner:7", 1), call(" other:owner:7 ", 2));
    BillingStatement statement = drain();
    assertBalances(statement);
    assertThat(statement.billedCustomers()).containsExactly("7");
    assertThat(system.population()).isEqualTo(new Population(1, 1));
  }
}

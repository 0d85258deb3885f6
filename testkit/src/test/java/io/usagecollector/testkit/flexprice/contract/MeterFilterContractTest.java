package io.usagecollector.testkit.flexprice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sheet 5: which events a meter with filters counts. Values are compared as Go prints them. */
@ContractTest
class MeterFilterContractTest {
  private static final List<String> MATCHING =
      List.of("\"gpt-4\"", "true", "\"true\"", "1000000", "1e6", "\"1e+06\"", "0.5", "120");
  private static final List<String> OTHER =
      List.of("\"GPT-4\"", "\" gpt-4\"", "false", "null", "\"1000000\"", "{}", "121", "\"\"");

  private final ServerUnderTest server;
  private final Metered metered;

  MeterFilterContractTest(ServerUnderTest server) {
    this.server = server;
    this.metered = server.metered();
  }

  @Test
  void anEventCountsWhenTheTextOfItsPropertyIsAmongTheValues() {
    String name = server.unique("filtered");
    MeterHandle meter =
        server
            .client()
            .createMeter(
                MeterHandle.Draft.count(server.unique("filter"), name)
                    .where("model", List.of("gpt-4", "true", "1e+06", "0.5", "120")));
    String customer = server.customerOf(server.planFor(meter));
    Instant second = Instant.parse(Metered.NOON);
    int sent = 0;
    for (String model : OTHER) {
      send(name, customer, second.plusSeconds(sent++), "\"model\":" + model);
    }
    send(name, customer, second.plusSeconds(sent++), "\"other\":\"gpt-4\"");
    for (String model : MATCHING) {
      send(name, customer, second.plusSeconds(sent++), "\"model\":" + model);
    }
    server.eventually(() ->
        assertThat(
                server
                    .client()
                    .usage(customer, meter, FlexpriceClient.BEGINNING, ServerUnderTest.END)
                    .events())
            .isEqualTo(MATCHING.size()));
  }

  @Test
  void oneEventFeedsEveryMeterOfItsName() {
    String customer = metered.customer();
    metered.send(metered.event(customer, "both", "9"));
    metered.awaitSum(customer, "9");
    metered.awaitCount(customer, 1);
  }

  private void send(String name, String customer, Instant time, String property) {
    metered.send(
        """
        {"event_name":"%s","external_customer_id":"%s","event_id":"%s","timestamp":"%s",\
        "properties":{%s}}\
        """
            .formatted(name, customer, server.unique("id"), time, property));
  }
}

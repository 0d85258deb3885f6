package io.usagecollector.testkit.openmeter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import org.junit.jupiter.api.Test;

@StandInOnly("starts a server of its own")
class LeftoversTest {
  @Test
  void customersWithTheirSubscriptionsAndPlansGo() {
    try (OpenMeterStandIn standIn = OpenMeterStandIn.start();
        ServerUnderTest server = ServerUnderTest.of(standIn)) {
      server.client().createCustomer("theirs");
      PlanHandle plan =
          server.client().publishPlan(server.client().draftPlan(server.unique("plan")).id());
      server.client().draftPlan(plan.key());
      String customer = server.client().createCustomer(server.unique("cust"));
      server.client().subscribe(customer, plan);
      server.leftovers().remove();
      assertThat(standIn.books().running()).containsOnlyKeys("theirs");
      assertThat(server.leftovers().plans()).isEmpty();
    }
  }
}

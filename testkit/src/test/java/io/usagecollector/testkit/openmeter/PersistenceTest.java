package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.openmeter.client.MeterHandle;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StandInOnly("where a server keeps its data is its own affair")
class PersistenceTest {
  @TempDir Path data;

  @Test
  void whatWasGivenIsThereAfterARestartAndAReplayAddsNothing() {
    String customer;
    String meter;
    PlanHandle plan;
    try (Setup first = start()) {
      meter = first.client.createMeter(MeterHandle.Draft.sum("sum", "t", "n")).id();
      plan = first.plan("plan");
      customer = first.client.createCustomer("c");
      first.client.subscribe(customer, plan);
      String gone = first.client.createCustomer("gone");
      first.client.deleteCustomer(gone);
      first.sent(Setup.event("a", "c", "{\"n\":5}"), Setup.event("b", "c", "{\"n\":7}"));
    }
    try (Setup second = start()) {
      second.sent(Setup.event("a", "c", "{\"n\":5}"));
      assertThat(second.client.usage(meter, "c")).isEqualByComparingTo("12");
      assertThat(second.client.findCustomer("c")).contains(customer);
      assertThat(second.client.findCustomer("gone")).isEmpty();
      assertThat(second.client.activePlan("plan")).contains(plan);
      assertThat(second.client.subscriptions(customer)).hasSize(1);
    }
  }

  @Test
  void aLineCutOffByAKillIsDropped() throws Exception {
    try (Setup first = start()) {
      first.sent(Setup.event("a", "c", "{}"));
    }
    Files.writeString(
        data.resolve("openmeter.journal"), "{\"kind\":\"event\",\"val", StandardOpenOption.APPEND);
    try (Setup second = start()) {
      second.sent(Setup.event("b", "c", "{}"));
      assertThat(second.standIn.books().events()).hasSize(2);
    }
  }

  private Setup start() {
    return new Setup(new OpenMeterOptions().data(data));
  }
}

package io.usagecollector.testkit.flexprice;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.clock.MovableClock;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import io.usagecollector.testkit.flexprice.contract.Metered;
import io.usagecollector.testkit.flexprice.contract.ServerUnderTest;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StandInOnly("where a server keeps its data is its own affair")
class PersistenceTest {
  @TempDir Path data;

  @Test
  void whatWasGivenIsThereAfterARestartAndAReplayAddsNothing() {
    Metered before;
    String customer;
    String unmetered;
    try (ServerUnderTest first = start()) {
      before = first.metered();
      customer = before.customer();
      unmetered = first.unique("nothing");
      before.send(before.event(customer, "early", "5").replace(before.eventName(), unmetered));
      before.bulk(List.of(before.event(customer, "one", "5"), before.event(customer, "two", "7")));
      assertThat(before.summed(customer).total()).isEqualByComparingTo("12");
    }
    try (ServerUnderTest second = start()) {
      Metered after =
          new Metered(second, before.eventName(), before.sum(), before.count(), before.plan());
      assertThat(after.summed(customer).total()).isEqualByComparingTo("12");
      after.send(after.event(customer, "one", "5"));
      assertThat(after.summed(customer).total()).isEqualByComparingTo("12");
      assertThat(second.client().subscriptions(customer)).hasSize(1);
    }
  }

  @Test
  void anEventBeforeItsMeterStaysUncountedAfterARestart() {
    Metered before;
    String customer;
    try (ServerUnderTest first = start()) {
      String name = first.unique("late");
      first.post(
          "/v1/events",
          """
          {"event_name":"%s","external_customer_id":"c","event_id":"early",
           "timestamp":"2026-03-01T12:00:00Z","properties":{"amount":4}}\
          """
              .formatted(name));
      var meter = first.client().createMeter(MeterHandle.Draft.sum("m", name, "amount"));
      before = new Metered(first, name, meter, meter, first.planFor(meter));
      customer = "c";
      first.client().ensureCustomer(customer);
      first.client().subscribe(customer, before.plan(), "usd");
      assertThat(before.summed(customer).total()).isZero();
    }
    try (ServerUnderTest second = start()) {
      Metered after =
          new Metered(second, before.eventName(), before.sum(), before.sum(), before.plan());
      assertThat(after.summed(customer).total()).isZero();
      after.send(after.event(customer, "early", "4"));
      assertThat(after.summed(customer).total()).isEqualByComparingTo("4");
    }
  }

  @Test
  void aLineCutOffByAKillIsDropped() throws IOException {
    Metered before;
    String customer;
    try (ServerUnderTest first = start()) {
      before = first.metered();
      customer = before.customer();
      before.send(before.event(customer, "one", "5"));
    }
    Path journal = data.resolve("flexprice.journal");
    Files.writeString(journal, "{\"kind\":\"event\",\"val", StandardOpenOption.APPEND);
    try (ServerUnderTest second = start()) {
      Metered after =
          new Metered(second, before.eventName(), before.sum(), before.count(), before.plan());
      after.send(after.event(customer, "two", "1"));
      assertThat(after.summed(customer).total()).isEqualByComparingTo("6");
    }
    assertThat(Files.readString(journal)).endsWith("\n").doesNotContain("\"val{");
  }

  @Test
  void anEventCountsOnlyAfterTheProcessingDelay() {
    MovableClock clock = new MovableClock();
    try (ServerUnderTest slow =
        ServerUnderTest.of(
            FlexpriceStandIn.start(
                new StandInOptions().clock(clock).processingDelay(Duration.ofSeconds(3))))) {
      Metered metered = slow.metered();
      String customer = metered.customer();
      metered.send(metered.event(customer, "one", "5"));
      clock.advance(Duration.ofMillis(2999));
      assertThat(metered.summed(customer).total()).isZero();
      clock.advance(Duration.ofMillis(1));
      assertThat(metered.summed(customer).total()).isEqualByComparingTo("5");
    }
  }

  private ServerUnderTest start() {
    return ServerUnderTest.of(FlexpriceStandIn.start(new StandInOptions().data(data)));
  }
}

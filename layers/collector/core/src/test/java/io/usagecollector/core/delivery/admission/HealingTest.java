package io.usagecollector.core.delivery.admission;

import static io.usagecollector.core.delivery.World.records;
import static io.usagecollector.core.delivery.admission.ScriptedCustomers.ADMITTED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.ACCEPTED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEAD_LETTERED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.DEFERRED;
import static io.usagecollector.core.delivery.outcome.Outcome.Kind.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.MemoryLetters;
import io.usagecollector.core.delivery.ScriptedSink;
import io.usagecollector.core.delivery.World;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event that is refused for good goes out once more, its customer made sure of anew. */
class HealingTest {
  private static final Answer OK = ScriptedSink.ACCEPTED;
  private static final Answer REFUSED = ScriptedSink.invalid("400");

  private final World world = new World();
  private final MemoryLetters dead = new MemoryLetters();
  private final MemoryLetters retries = new MemoryLetters();

  private static int count(BatchReport report, Outcome.Kind kind) {
    return report.tally().count(kind);
  }

  /** A service that refuses the events of customers that it does not know, and any bad one. */
  private ScriptedSink refusing(ScriptedCustomers known, int bulk) {
    return new ScriptedSink(
        world.time, bulk, ids -> ids.stream().anyMatch(id -> isRefused(id, known)) ? REFUSED : OK);
  }

  private static boolean isRefused(String id, ScriptedCustomers known) {
    boolean healed =
        known.asked.stream()
            .anyMatch(asked ->
                asked.anew()
                    && asked.events().values().stream().anyMatch(events -> events.contains(id)));
    return id.startsWith("bad") || (id.contains("@gone") && !healed);
  }

  @Test
  void itIsAcceptedIfThatIsAllThatWasMissing() {
    ScriptedCustomers customers = new ScriptedCustomers(name -> ADMITTED);
    world.deferringTo(retries, Outage.HOLD).asking(customers);
    BatchReport report =
        world.deliver(
            refusing(customers, 2),
            dead,
            records("a@ann", "b@gone", "c@cat", "d@dan", "e@gone", "faulty"));
    assertThat(count(report, ACCEPTED)).isEqualTo(5);
    assertThat(count(report, DEAD_LETTERED)).isEqualTo(1);
    assertThat(customers.asked.stream().filter(ScriptedCustomers.Asked::anew))
        .singleElement()
        .satisfies(asked ->
            assertThat(asked.events())
                .containsOnlyKeys("gone")
                .allSatisfy((name, events) ->
                    assertThat(events).containsExactlyInAnyOrder("b@gone-1-0", "e@gone-4-0")));
  }

  @Test
  void whatIsRefusedAgainIsDead() {
    ScriptedCustomers customers = new ScriptedCustomers(name -> ADMITTED);
    world.deferringTo(retries, Outage.HOLD).asking(customers);
    ScriptedSink sink = refusing(customers, 4);
    BatchReport report = world.deliver(sink, dead, records("a@ann", "bad@bob", "c@cat", "bad@dan"));
    assertThat(count(report, ACCEPTED)).isEqualTo(2);
    assertThat(dead.stored)
        .hasSize(2)
        .allSatisfy(
            letter -> assertThat(letter.reason().kind()).isEqualTo(Reason.Kind.REFUSED_BY_SERVICE));
    for (String bad : List.of("bad@bob-1-0", "bad@dan-3-0")) {
      assertThat(sink.calls().stream().filter(List.of(bad)::equals)).as(bad).hasSize(2);
    }
    assertThat(customers.asked.stream().filter(ScriptedCustomers.Asked::anew)).hasSize(1);
  }

  @Test
  void itWaitsIfItsCustomerTurnsOutNotToBeReady() {
    Admission away = new Admission.NotNow("503", Duration.ZERO, true);
    ScriptedCustomers customers = new ScriptedCustomers(name -> ADMITTED);
    ScriptedCustomers anew = new ScriptedCustomers(name -> away);
    world
        .deferringTo(retries, Outage.HOLD)
        .asking(
            new Customers() {
              @Override
              public Map<String, Admission> admit(List<Applicant> some, Duration time) {
                return customers.admit(some, time);
              }

              @Override
              public Map<String, Admission> admitAnew(List<Applicant> some, Duration time) {
                return anew.admitAnew(some, time);
              }
            });
    ScriptedSink sink = refusing(customers, 2);
    BatchReport report = world.deliver(sink, dead, records("a@ann", "b@gone"));
    assertThat(count(report, DEFERRED)).isEqualTo(1);
    assertThat(retries.stored.getFirst().reason().kind()).isEqualTo(Reason.Kind.CUSTOMER_NOT_READY);
    assertThat(dead.stored).isEmpty();
    assertThat(sink.calls().stream().filter(List.of("b@gone-1-0")::equals)).hasSize(1);
  }

  @Test
  void aServiceThatRefusesEverythingIsAskedNothingMore() {
    ScriptedCustomers customers = new ScriptedCustomers(name -> ADMITTED);
    world.deferringTo(retries, Outage.HOLD).asking(customers);
    BatchReport report =
        world.deliver(
            refusing(customers, 2), dead, records("bad@ann", "bad@bob", "bad@cat", "bad@dan"));
    assertThat(count(report, HELD)).isEqualTo(4);
    assertThat(customers.asked).noneMatch(ScriptedCustomers.Asked::anew);
  }

  @Test
  void whereNobodyIsAskedForItIsDeadAtOnce() {
    ScriptedSink sink = World.refusingBad(world.time, 2);
    world.deliver(sink, dead, records("a@ann", "bad@bob"));
    assertThat(sink.calls().stream().filter(List.of("bad@bob-1-0")::equals)).hasSize(1);
    assertThat(dead.stored).hasSize(1);
  }
}

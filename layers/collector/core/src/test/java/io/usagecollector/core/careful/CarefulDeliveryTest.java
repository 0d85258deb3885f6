package io.usagecollector.core.careful;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CarefulDeliveryTest {
  /** A store that tells how often it was asked. */
  private static final class Counted implements SuspectStore {
    final MemorySuspects suspects = new MemorySuspects();
    int reads;
    int changes;

    @Override
    public Suspects read() {
      reads++;
      return suspects.read();
    }

    @Override
    public void change(UnaryOperator<Suspects> change) {
      changes++;
      suspects.change(change);
    }
  }

  private final VirtualTime time = new VirtualTime();
  private final Counted store = new Counted();
  private final Environment environment = new Environment(time, store);

  private static OneEvent killer(int partition, long offset, Runnable mapping) {
    return new OneEvent(new Coordinates("t", partition, offset), mapping);
  }

  private static void outOfMemory() {
    throw new OutOfMemoryError("as if");
  }

  /** Twenty records of two partitions, of which these end the process. */
  private static List<OneEvent> batch(OneEvent... killers) {
    List<OneEvent> batch = new ArrayList<>();
    for (int partition = 0; partition < 2; partition++) {
      for (int offset = 50; offset < 60; offset++) {
        OneEvent next = OneEvent.good(partition, offset);
        for (OneEvent killer : killers) {
          next = killer.at().equals(next.at()) ? killer : next;
        }
        batch.add(next);
      }
    }
    return batch;
  }

  /** The number of the delivery that ended. */
  private int deliveries(List<OneEvent> batch, Environment... environments) throws Exception {
    int died = 0;
    while (died < 20) {
      int delivery = died + 1;
      try {
        BatchReport report = environments[delivery % environments.length].deliver(batch);
        assertThat(report.held()).isEmpty();
        return delivery;
      } catch (Environment.Died e) {
        died++;
      }
    }
    throw new AssertionError("it never ended");
  }

  private void assertThrough(Environment environment, String... killers) {
    assertThat(environment.letters)
        .extracting(letter -> letter.record().at().toString())
        .containsExactlyInAnyOrder(killers);
    assertThat(environment.letters)
        .extracting(letter -> letter.reason().kind())
        .containsOnly(Reason.Kind.INTERNAL);
    assertThat(environment.accepted).contains("t/0/50", "t/0/59", "t/1/50", "t/1/59");
    assertThat(environment.accepted).doesNotContain(killers);
  }

  @Test
  void aRecordThatHangsIsALetterWithTheSixthDeliveryAndItsNeighboursAreAccepted() throws Exception {
    assertThat(deliveries(batch(killer(0, 55, environment::hang)), environment)).isEqualTo(6);
    assertThrough(environment, "t/0/55");
    assertThat(environment.accepted).hasSize(19);
  }

  @Test
  void soIsOneWhoseErrorTheProcessOutlives() throws Exception {
    assertThat(deliveries(batch(killer(1, 52, CarefulDeliveryTest::outOfMemory)), environment))
        .isEqualTo(6);
    assertThrough(environment, "t/1/52");
  }

  @Test
  void eachFurtherOneTakesTwoDeliveriesMore() throws Exception {
    List<OneEvent> batch =
        batch(
            killer(0, 51, environment::hang),
            killer(1, 52, CarefulDeliveryTest::outOfMemory),
            killer(1, 58, environment::hang));
    assertThat(deliveries(batch, environment)).isEqualTo(10);
    assertThrough(environment, "t/0/51", "t/1/52", "t/1/58");
  }

  @Test
  void instancesThatShareTheirCountsNeedNoMoreDeliveries() throws Exception {
    var shared = new MemorySuspects();
    var first = new Environment(time, new MemorySuspects(), shared);
    var second = new Environment(time, new MemorySuspects(), shared);
    OneEvent killer = killer(0, 55, CarefulDeliveryTest::outOfMemory);
    for (int round = 0; round < 5; round++) {
      first.restart();
      second.restart();
      try {
        (round % 2 == 0 ? first : second).deliver(batch(killer));
        throw new AssertionError("it ended with delivery " + (round + 1));
      } catch (Environment.Died e) {
        assertThat(first.letters).isEmpty();
      }
    }
    second.restart();
    second.deliver(batch(killer));
    assertThrough(second, "t/0/55");
  }

  @Test
  void aBatchThatEndsAfterAllIsNoLongerSuspect() throws Exception {
    boolean[] kills = {true};
    OneEvent moody =
        killer(
            0,
            55,
            () -> {
              if (kills[0]) {
                outOfMemory();
              }
            });
    for (int i = 0; i < 4; i++) {
      try {
        environment.deliver(batch(moody));
      } catch (Environment.Died e) {
        assertThat(store.suspects.read().isEmpty()).isFalse();
      }
    }
    kills[0] = false;
    environment.deliver(batch(moody));
    assertThat(environment.letters).isEmpty();
    assertThat(store.suspects.read().isEmpty()).isTrue();
  }

  @Test
  void whereAllEndsNothingIsNotedAndLittleIsRead() throws Exception {
    for (int i = 0; i < 100; i++) {
      environment.deliver(batch());
      time.sleep(Duration.ofMillis(500));
    }
    assertThat(store.changes).isZero();
    assertThat(store.reads).isEqualTo(5);
  }

  @Test
  void aFaultOfTheRecordsOwnIsNoSuspicion() throws Exception {
    OneEvent faulty =
        killer(
            0,
            55,
            () -> {
              throw new IllegalStateException("a source that fails");
            });
    environment.deliver(batch(faulty));
    assertThat(store.changes).isZero();
    assertThat(environment.letters)
        .extracting(letter -> letter.reason().kind())
        .doesNotContain(Reason.Kind.INTERNAL);
  }
}

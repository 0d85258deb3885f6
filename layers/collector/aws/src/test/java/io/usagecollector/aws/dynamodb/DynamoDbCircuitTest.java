package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.gate.Circuit;
import io.usagecollector.core.delivery.gate.Closure;
import io.usagecollector.core.delivery.gate.Closure.Cause;
import io.usagecollector.core.delivery.gate.Gate;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.gate.SharedCircuit;
import io.usagecollector.core.delivery.gate.SharedCircuit.Swap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

class DynamoDbCircuitTest {
  private static final int INSTANCES = 32;
  private static LocalTable table;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final InstantSource clock = now::get;

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private static DynamoDbCircuit circuit(String sink) {
    return new DynamoDbCircuit(table.table(), sink);
  }

  private static Circuit closed(long epoch, Cause cause, int times, long nextProbe) {
    return new Circuit(epoch, Optional.of(new Closure(cause, times, nextProbe)));
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Test
  void whatWasWrittenIsRead() {
    DynamoDbCircuit circuit = circuit("written");
    assertThat(circuit.read()).contains(Circuit.UNTOUCHED);
    Circuit closed = closed(1, Cause.ALL_ALIKE, 3, 1_700_000_000_123L);
    assertThat(circuit.change(Circuit.UNTOUCHED, closed)).isEqualTo(new Swap.Done());
    assertThat(circuit.read()).contains(closed);
    Circuit probed = closed(1, Cause.ALL_ALIKE, 3, 1_700_000_060_123L);
    assertThat(circuit.probe(closed, probed)).isEqualTo(new Swap.Done());
    assertThat(circuit.read()).contains(probed);
    Circuit open = new Circuit(2, Optional.empty());
    assertThat(circuit.change(closed, open)).isEqualTo(new Swap.Done());
    assertThat(circuit.read()).contains(open);
    assertThat(table.item("circuit#written")).doesNotContainKey(StateTable.EXPIRES);
  }

  @Test
  void whoeverHasSeenAnEarlierEpochIsToldHowItStands() {
    DynamoDbCircuit circuit = circuit("late");
    Circuit closed = closed(1, Cause.CREDENTIALS, 1, 60_000);
    Circuit open = new Circuit(2, Optional.empty());
    circuit.change(Circuit.UNTOUCHED, closed);
    circuit.change(closed, open);
    var beaten = new Swap.Beaten(open);
    assertThat(circuit.change(Circuit.UNTOUCHED, closed)).isEqualTo(beaten);
    assertThat(circuit.change(closed, closed(2, Cause.OUTAGE, 2, 90_000))).isEqualTo(beaten);
    assertThat(circuit.probe(closed, closed(1, Cause.CREDENTIALS, 1, 120_000))).isEqualTo(beaten);
  }

  @Test
  void ofManyThatCloseItAtOnceOneDoes() throws Exception {
    List<Swap> swaps =
        AtOnce.run(
            INSTANCES,
            i -> {
              DynamoDbCircuit circuit = circuit("closing");
              return () -> circuit.change(Circuit.UNTOUCHED, closed(1, Cause.OUTAGE, 1, i));
            });
    Circuit stands = circuit("closing").read().orElseThrow();
    assertThat(swaps).filteredOn(new Swap.Done()::equals).hasSize(1);
    assertThat(swaps).filteredOn(new Swap.Beaten(stands)::equals).hasSize(INSTANCES - 1);
  }

  @Test
  void ofManyGatesThatAskForTheProbeOneGetsItEachMinute() throws Exception {
    List<Gate> gates =
        IntStream.range(0, INSTANCES)
            .<Gate>mapToObj(i -> new InstanceGate(clock, circuit("probe"), Optional.empty()))
            .toList();
    gates.getFirst().refused();
    gates.getFirst().refused();
    for (int minute = 0; minute < 5; minute++) {
      assertThat(enterAtOnce(gates)).doesNotContain(new Gate.Entry.Probe());
      pass(Duration.ofMinutes(1));
      assertThat(enterAtOnce(gates))
          .containsOnlyOnce(new Gate.Entry.Probe())
          .filteredOn(new Gate.Entry.Open()::equals)
          .isEmpty();
    }
  }

  private static List<Gate.Entry> enterAtOnce(List<Gate> gates) throws Exception {
    return AtOnce.run(INSTANCES, i -> () -> gates.get(i).enter());
  }

  /** As an SDK does after a lost answer: the second call finds what the first one wrote. */
  @Test
  void aCallThatWasSentTwiceHasNotLostToItself() {
    var twice =
        new DynamoDbClient() {
          @Override
          public UpdateItemResponse updateItem(UpdateItemRequest request) {
            table.client.updateItem(request);
            return table.client.updateItem(request);
          }

          @Override
          public String serviceName() {
            return "dynamodb";
          }

          @Override
          public void close() {}
        };
    var circuit = new DynamoDbCircuit(new StateTable(() -> twice, "state"), "twice");
    assertThat(circuit.change(Circuit.UNTOUCHED, closed(1, Cause.OUTAGE, 1, 5)))
        .isEqualTo(new Swap.Done());
  }

  @Test
  void aTableThatFailsOrIsNotThereIsOutOfReach() {
    SharedCircuit missing =
        new DynamoDbCircuit(new StateTable(() -> table.client, "missing"), "any");
    assertThat(missing.read()).isEmpty();
    assertThat(missing.change(Circuit.UNTOUCHED, closed(1, Cause.OUTAGE, 1, 5)))
        .isEqualTo(new Swap.Away());
    SharedCircuit unmade =
        new DynamoDbCircuit(
            new StateTable(
                () -> {
                  throw new IllegalStateException("no region");
                },
                "state"),
            "any");
    assertThat(unmade.read()).isEmpty();
    SharedCircuit throttled =
        new DynamoDbCircuit(new StateTable(DynamoDbCircuitTest::throttling, "state"), "any");
    assertThat(throttled.read()).isEmpty();
  }

  private static DynamoDbClient throttling() {
    return new DynamoDbClient() {
      @Override
      public GetItemResponse getItem(GetItemRequest request) {
        throw ProvisionedThroughputExceededException.builder().message("slow down").build();
      }

      @Override
      public String serviceName() {
        return "dynamodb";
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void aTableThatDoesNotAnswerKeepsNobodyWaiting() throws Exception {
    var hang = new CountDownLatch(1);
    var hanging =
        new DynamoDbClient() {
          @Override
          public GetItemResponse getItem(GetItemRequest request) {
            try {
              hang.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return GetItemResponse.builder().build();
          }

          @Override
          public String serviceName() {
            return "dynamodb";
          }

          @Override
          public void close() {}
        };
    var circuit = new DynamoDbCircuit(new StateTable(() -> hanging, "state"), "any");
    assertThat(circuit.read()).isEmpty();
    hang.countDown();
  }
}

package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.CreatePermits;
import io.usagecollector.core.customer.CreatePermits.Permit;
import io.usagecollector.core.customer.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbPermitsTest {
  private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
  private static final CreatePermits NONE = deadline -> Optional.empty();
  private static LocalTable table;

  private final String service = UUID.randomUUID().toString();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final CreatePermits permits = process(table.table(), NONE);

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private CreatePermits process(StateTable table, CreatePermits own) {
    return new DynamoDbPermits(table, service, own, now::get, this::pass, new Random(1));
  }

  private void pass(Duration time) {
    now.updateAndGet(then -> then.plus(time));
  }

  private Optional<Permit> acquire(Duration patience) {
    return permits.acquire(Deadline.in(patience, now::get));
  }

  private Permit acquired() {
    return acquire(Duration.ofSeconds(1)).orElseThrow();
  }

  @Test
  void twoAreOutWhateverTheProcess() {
    acquired();
    CreatePermits other = process(table.table(), NONE);
    assertThat(other.acquire(Deadline.in(Duration.ofSeconds(1), now::get))).isPresent();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
    assertThat(other.acquire(Deadline.in(Duration.ofSeconds(1), now::get))).isEmpty();
  }

  @Test
  void whatIsPutBackTheNextOneGets() {
    Permit first = acquired();
    acquired();
    first.close();
    acquired();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void whatAHolderNeverPutsBackSinceItDiedIsFreeAfterTwentySeconds() {
    acquired();
    acquired();
    pass(Duration.ofSeconds(18));
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
    pass(Duration.ofSeconds(1));
    acquired();
    acquired();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void whoeverIsLatePutsBackNothingOfAnothers() {
    Permit late = acquired();
    Permit alsoLate = acquired();
    pass(Duration.ofSeconds(20));
    acquired();
    acquired();
    late.close();
    alsoLate.close();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void workEndsASecondBeforeThePermitDoesAndWithTheCaller() {
    Deadline minute = Deadline.in(Duration.ofMinutes(1), now::get);
    assertThat(permits.acquire(minute).orElseThrow().deadline().ends())
        .isEqualTo(START.plusSeconds(19));
    Deadline soon = Deadline.in(Duration.ofSeconds(5), now::get);
    assertThat(permits.acquire(soon).orElseThrow().deadline()).isEqualTo(soon);
  }

  @Test
  void anEndThatAWrongClockHasSetKeepsNobodyOut() {
    pass(Duration.ofDays(1));
    acquired();
    acquired();
    now.set(START);
    acquired();
    acquired();
    assertThat(acquire(Duration.ofSeconds(1))).isEmpty();
  }

  @Test
  void whereTheTableIsAwayAProcessHasItsOwn() {
    Permit own =
        new Permit() {
          @Override
          public Deadline deadline() {
            return Deadline.in(Duration.ZERO, now::get);
          }

          @Override
          public void close() {}
        };
    CreatePermits alone =
        process(new StateTable(() -> table.client, "missing"), deadline -> Optional.of(own));
    assertThat(alone.acquire(Deadline.in(Duration.ofSeconds(1), now::get))).contains(own);
  }

  @Test
  void ofManyAtOnceNeverMoreThanTwoCreate() throws Exception {
    var creating = new AtomicInteger();
    var most = new AtomicInteger();
    InstantSource clock = InstantSource.system();
    List<Boolean> created =
        AtOnce.run(
            16,
            i -> {
              var process =
                  new DynamoDbPermits(
                      table.table(), service, NONE, clock, Thread::sleep, new Random(i));
              return () -> {
                Optional<Permit> permit =
                    process.acquire(Deadline.in(Duration.ofMinutes(1), clock));
                if (permit.isEmpty()) {
                  return false;
                }
                try (Permit held = permit.get()) {
                  most.accumulateAndGet(creating.incrementAndGet(), Math::max);
                  table.item("what is created");
                  creating.decrementAndGet();
                  return !held.deadline().isOver();
                }
              };
            });
    assertThat(most).hasValueLessThanOrEqualTo(2);
    assertThat(created).contains(true);
  }
}

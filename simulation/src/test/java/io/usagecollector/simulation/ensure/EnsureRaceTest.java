package io.usagecollector.simulation.ensure;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.simulation.ensure.EnsureWorld.Ended;
import io.usagecollector.simulation.ensure.EnsureWorld.Story;
import io.usagecollector.simulation.ensure.SimulatedAccounts.Way;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks, however many at once and whatever goes wrong: one customer, one subscription. */
class EnsureRaceTest {
  private static final int SEEDS = 100;
  private static final int CALLERS = 64;

  /** Ten customers, whom all callers want: each is raced for by sixty-four. */
  private static Story few(long seed, Way way, Mishaps mishaps, boolean guarded) {
    return new Story(seed, way, mishaps, guarded, CALLERS, 10, 10);
  }

  private static List<Ended> play(Way way, Mishaps mishaps, boolean guarded) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> EnsureWorld.play(few(seed, way, mishaps, guarded)))
        .toList();
  }

  private static void everyoneHasOne(Ended ended, int customers) {
    assertThat(ended.killed()).isPositive();
    assertThat(ended.with(1)).isEqualTo(customers);
    assertThat(ended.subscriptions()).hasSize(customers);
    assertThat(ended.answers().values()).allSatisfy(answers -> assertThat(answers).hasSize(1));
    assertThat(ended.waiting()).isZero();
    assertThat(ended.pending()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sixtyFourCallersAndAHundredCustomers(Way way) {
    Mishaps mishaps = way == Way.LOOK_THEN_CREATE ? Mishaps.WITHOUT_PAUSES : Mishaps.ALL;
    var story = new Story(1, way, mishaps, true, CALLERS, 100, 100);
    everyoneHasOne(EnsureWorld.play(story), 100);
  }

  /** Also where a holder stands still past the lease, and a request is served after it. */
  @ParameterizedTest
  @EnumSource(names = {"ONLY_ONE", "DRAFT_FIRST"})
  void whateverGoesWrong(Way way) {
    assertThat(play(way, Mishaps.ALL, true)).allSatisfy(ended -> everyoneHasOne(ended, 10));
  }

  /** Of a service that would make two, by the guard alone, while leases hold. */
  @Test
  void theGuardKeepsCallersApartWhomNothingElseDoes() {
    assertThat(play(Way.LOOK_THEN_CREATE, Mishaps.WITHOUT_PAUSES, true))
        .allSatisfy(ended -> everyoneHasOne(ended, 10));
  }

  @Test
  void whereTheServiceGuardsTheGuardMayBeOff() {
    assertThat(play(Way.ONLY_ONE, Mishaps.ALL, false))
        .allSatisfy(ended -> {
          assertThat(ended.withMoreThanOne()).isZero();
          assertThat(ended.waiting()).isZero();
        });
  }

  /** Else the tests above would show nothing. */
  @Test
  void withTheGuardRemovedCustomersGetMoreThanOne() {
    assertThat(play(Way.LOOK_THEN_CREATE, Mishaps.NONE, false))
        .allSatisfy(ended -> assertThat(ended.withMoreThanOne()).isPositive());
  }

  /** So drafts are needed as well: no lease keeps one from the service who stands still. */
  @Test
  void aLeaseAloneDoesNotDoWhereHoldersStandStill() {
    assertThat(play(Way.LOOK_THEN_CREATE, Mishaps.ALL, true))
        .anySatisfy(ended -> assertThat(ended.withMoreThanOne()).isPositive());
  }
}

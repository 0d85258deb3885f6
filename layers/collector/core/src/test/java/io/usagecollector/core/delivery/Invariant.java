package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold after each call and each batch, whatever goes wrong. */
interface Invariant {
  default void afterCall(FaultySink.Exchange exchange) {}

  default void afterBatch(Invocation invocation) {}

  /** One invocation and what the world looks like after it. */
  record Invocation(
      Batch batch,
      BatchReport report,
      Acknowledger acknowledgement,
      Instant deadline,
      Instant end,
      List<UsageEvent> stored,
      List<Letter> letters) {
    /** The records that will not come again. */
    Set<SourceHandle> acknowledged() {
      boolean fails =
          acknowledgement == Acknowledger.WHOLE_BATCH
              && report.tally().count(Outcome.Kind.HELD) > 0;
      return report.records().stream()
          .filter(settled -> !fails && !(settled.outcome() instanceof Outcome.Held))
          .map(BatchReport.Settled::handle)
          .collect(Collectors.toSet());
    }
  }

  /** Each record has one outcome, and the counts are theirs. */
  final class CountsAddUp implements Invariant {
    @Override
    public void afterBatch(Invocation invocation) {
      BatchReport report = invocation.report();
      assertThat(report.records()).hasSameSizeAs(invocation.batch().records());
      assertThat(report.tally().received()).isEqualTo(invocation.batch().records().size());
      assertThat(report.held()).hasSize(report.tally().count(Outcome.Kind.HELD));
      assertThat(report.alarms())
          .noneMatch(alarm -> alarm.kind() == Alarm.Kind.COUNTS_DO_NOT_ADD_UP);
    }
  }

  /** Whatever is sent under one id has the same bytes and the same time, in all invocations. */
  final class ARepeatCarriesTheSameBytes implements Invariant {
    private final Map<String, UsageEvent> first = new HashMap<>();

    @Override
    public void afterCall(FaultySink.Exchange exchange) {
      for (UsageEvent event : exchange.events()) {
        UsageEvent known = first.computeIfAbsent(event.eventId(), id -> event);
        assertThat(Arrays.equals(known.json(), event.json())).isTrue();
        assertThat(event.timestamp()).isEqualTo(known.timestamp());
      }
    }
  }

  /**
   * A record that will not come again is stored by the service, or lies in the queue, or neither
   * was due.
   */
  final class NothingIsAcknowledgedBeforeItsOutcomeStands implements Invariant {
    @Override
    public void afterBatch(Invocation invocation) {
      Set<String> stored =
          invocation.stored().stream().map(UsageEvent::eventId).collect(Collectors.toSet());
      Set<String> letters =
          invocation.letters().stream()
              .map(letter -> letter.record().at() + " " + letter.ordinal())
              .collect(Collectors.toSet());
      Set<SourceHandle> acknowledged = invocation.acknowledged();
      for (var record : invocation.batch().records()) {
        if (acknowledged.contains(new SourceHandle.KafkaRecord(record.at()))) {
          for (var part : World.PIPELINE.process(record)) {
            String letter = record.at() + " " + part.ordinal();
            switch (part) {
              case io.usagecollector.core.record.Part.Ready ready ->
                  assertThat(
                          stored.contains(ready.document().get(World.ID).toString())
                              || letters.contains(letter))
                      .as("outcome of %s", letter)
                      .isTrue();
              case io.usagecollector.core.record.Part.Faulted faulted ->
                  assertThat(letters).contains(letter);
              case io.usagecollector.core.record.Part.Filtered filtered -> {}
            }
          }
        }
      }
    }
  }

  /** No good event is dead-lettered for a bad neighbour, and no bad one is called accepted. */
  final class NoGoodNeighbourIsLost implements Invariant {
    @Override
    public void afterBatch(Invocation invocation) {
      assertThat(invocation.letters())
          .allSatisfy(
              letter -> assertThat(letter.event().map(FaultySink::isBad).orElse(true)).isTrue());
      assertThat(invocation.stored()).noneMatch(FaultySink::isBad);
    }
  }

  /** The invocation ends before its deadline, and no call may outlive it. */
  final class NothingRunsPastTheDeadline implements Invariant {
    @Override
    public void afterCall(FaultySink.Exchange exchange) {
      assertThat(exchange.timeout()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(30));
    }

    @Override
    public void afterBatch(Invocation invocation) {
      assertThat(invocation.end()).isBeforeOrEqualTo(invocation.deadline());
    }
  }

  /** No more than two calls in a row are refused for their credentials within a minute. */
  final class RefusedCredentialsAreNotHammered implements Invariant {
    private final Deque<Instant> refusals = new ArrayDeque<>();

    @Override
    public void afterCall(FaultySink.Exchange exchange) {
      if (exchange.answer() instanceof Answer.Accepted
          || exchange.answer() instanceof Answer.Invalid) {
        refusals.clear();
      } else if (exchange.answer() instanceof Answer.Unauthorized) {
        Instant now = exchange.end();
        refusals.removeIf(then -> !then.plusSeconds(60).isAfter(now));
        refusals.add(now);
        assertThat(refusals).hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  /** After an answer with Retry-After no call starts before its time, in any invocation. */
  final class RetryAfterIsObeyed implements Invariant {
    private Instant notBefore = Instant.MIN;

    @Override
    public void afterCall(FaultySink.Exchange exchange) {
      assertThat(exchange.start()).isAfterOrEqualTo(notBefore);
      Optional<Duration> asked =
          switch (exchange.answer()) {
            case Answer.Throttled throttled -> throttled.retryAfter();
            case Answer.Transient later -> later.retryAfter();
            default -> Optional.empty();
          };
      asked.ifPresent(pause -> notBefore = exchange.end().plus(pause));
    }
  }
}

package io.usagecollector.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Alarm;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.event.SourceHandle;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold after each call and each batch, whatever goes wrong. */
interface Invariant {
  default void afterCall(FaultySink.Exchange exchange) {}

  default void afterBatch(Invocation invocation) {}

  /**
   * One invocation and what the world looks like after it.
   *
   * @param shut why the gate was closed when it began, if it was
   * @param mapped how many records were mapped
   */
  record Invocation(
      Batch batch,
      BatchReport report,
      Acknowledger acknowledgement,
      Optional<String> shut,
      int mapped,
      Instant start,
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
    private final Set<String> stored = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private int seenEvents;
    private int seenLetters;

    @Override
    public void afterBatch(Invocation invocation) {
      for (; seenEvents < invocation.stored().size(); seenEvents++) {
        stored.add(invocation.stored().get(seenEvents).externalCustomerId());
      }
      for (; seenLetters < invocation.letters().size(); seenLetters++) {
        Letter letter = invocation.letters().get(seenLetters);
        letters.add(letter.record().at() + " " + letter.ordinal());
      }
      Set<SourceHandle> acknowledged = invocation.acknowledged();
      for (SourceRecord record : invocation.batch().records()) {
        if (acknowledged.contains(new SourceHandle.KafkaRecord(record.at()))) {
          World.PIPELINE.process(record).forEach(part -> hasItsOutcome(record, part));
        }
      }
    }

    private void hasItsOutcome(SourceRecord record, Part part) {
      String letter = record.at() + " " + part.ordinal();
      boolean stands =
          switch (part) {
            case Part.Ready ready -> stored.contains(World.idOf(ready)) || letters.contains(letter);
            case Part.Faulted _ -> letters.contains(letter);
            case Part.Filtered _ -> true;
          };
      assertThat(stands).as("outcome of %s", letter).isTrue();
    }
  }

  /**
   * However often a part is handed over and stored, it is one line of the bill: the service tells a
   * repeat by id and time.
   */
  final class NothingIsBilledTwice implements Invariant {
    private record DuplicateKey(String id, String time) {}

    private final Map<String, DuplicateKey> bill = new HashMap<>();
    private int seen;

    @Override
    public void afterBatch(Invocation invocation) {
      for (; seen < invocation.stored().size(); seen++) {
        UsageEvent event = invocation.stored().get(seen);
        var key = new DuplicateKey(event.eventId(), event.timestamp());
        String part = event.externalCustomerId();
        DuplicateKey known = bill.putIfAbsent(part, key);
        assertThat(known == null || known.equals(key)).as("%s is billed once", part).isTrue();
      }
    }

    /** The parts that are billed. */
    Set<String> billed() {
      return Set.copyOf(bill.keySet());
    }
  }

  /**
   * While the gate is shut one batch is mapped at intervals: after a minute for refused
   * credentials, else after a second at least, once the first has tried in vain.
   */
  final class WhileTheGateIsShutNothingIsMapped implements Invariant {
    private static final String CREDENTIALS = "the billing service refuses the API key";
    private static final String ALL_ALIKE = "the billing service refuses everything alike";

    private Instant lastMapped = Instant.MIN;
    private boolean triedInVain;
    private boolean accepted;
    private boolean judged;

    @Override
    public void afterCall(FaultySink.Exchange exchange) {
      accepted |= exchange.answer() instanceof Answer.Accepted;
      judged |= exchange.answer() instanceof Answer.Invalid;
    }

    @Override
    public void afterBatch(Invocation invocation) {
      String shut = invocation.shut().orElse("");
      if (invocation.mapped() > 0) {
        if (shut.equals(CREDENTIALS)) {
          assertThat(invocation.start()).isAfterOrEqualTo(lastMapped.plusSeconds(60));
        } else if (!shut.isEmpty() && triedInVain) {
          assertThat(invocation.start()).isAfterOrEqualTo(lastMapped.plusSeconds(1));
        }
        boolean opened = accepted || (judged && !shut.equals(ALL_ALIKE));
        triedInVain = !shut.isEmpty() && !opened;
        lastMapped = invocation.start();
      }
      accepted = false;
      judged = false;
    }
  }

  /** No good event is dead-lettered for a bad neighbour, and no bad one is called accepted. */
  final class NoGoodNeighbourIsLost implements Invariant {
    private int seenEvents;
    private int seenLetters;

    @Override
    public void afterBatch(Invocation invocation) {
      for (; seenLetters < invocation.letters().size(); seenLetters++) {
        Letter letter = invocation.letters().get(seenLetters);
        assertThat(letter.event().map(FaultySink::isBad).orElse(true)).isTrue();
      }
      for (; seenEvents < invocation.stored().size(); seenEvents++) {
        assertThat(FaultySink.isBad(invocation.stored().get(seenEvents))).isFalse();
      }
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

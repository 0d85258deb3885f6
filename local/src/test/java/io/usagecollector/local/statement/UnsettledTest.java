package io.usagecollector.local.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.census.Expectation;
import io.usagecollector.local.trigger.RecordPlace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UnsettledTest {
  private static final Instant AT = Instant.parse("2025-12-01T10:30:00Z");
  private static final RecordPlace PLACE = new RecordPlace(new TopicPartition("t", 0), 7);
  private static final BillableEvent ONE = event("one");
  private static final BillableEvent TWO = event("two");

  private static BillableEvent event(String id) {
    return new BillableEvent("c", "call", id + " 2025-12-01T10:30:00Z", Map.of());
  }

  private static Optional<UsageEvent> made(String id) {
    return Optional.of(
        new UsageEvent(id, "2025-12-01T10:30:00Z", "c", "call", new byte[] {'{', '}'}));
  }

  private static Letter letter(Optional<UsageEvent> event, Reason.Kind kind, boolean ambiguous) {
    return new Letter(
        new Origin(new StreamId("stream"), "flexprice", "v"),
        new SourceRecord(new Coordinates("t", 0, 7), 0, null, null, List.of()),
        0,
        event,
        Reason.of(kind, "why"),
        Attempts.first(AT, ambiguous),
        AT);
  }

  private static Unsettled twoEvents() {
    var readings = new LinkedHashMap<RecordPlace, Expectation>();
    readings.put(PLACE, new Expectation.Billable(List.of(ONE, TWO)));
    return new Unsettled(readings);
  }

  @Test
  void aRefusedEventIsNotDueAndItsSiblingIs() {
    Unsettled unsettled = twoEvents();
    unsettled.dead(letter(made("one"), Reason.Kind.REFUSED_BY_SERVICE, false));
    assertThat(unsettled.due()).containsEntry(PLACE, new Expectation.Billable(List.of(TWO)));
    assertThat(unsettled.open()).isEmpty();
  }

  @Test
  void aLetterWithoutAnEventIsOfTheWholeRecord() {
    Unsettled unsettled = twoEvents();
    unsettled.dead(letter(Optional.empty(), Reason.Kind.MAPPING_FAULT, false));
    assertThat(unsettled.due()).isEmpty();
    assertThat(unsettled.open()).isEmpty();
  }

  @Test
  void whatWaitsMayBeBilledOrNot() {
    Unsettled unsettled = twoEvents();
    unsettled.waiting(letter(made("two"), Reason.Kind.NOT_DELIVERED, false));
    assertThat(unsettled.due()).containsEntry(PLACE, new Expectation.Billable(List.of(ONE)));
    assertThat(unsettled.open()).containsExactly(TWO);
  }

  @Test
  void aDeadLetterWhoseLastAnswerWasLostMayBeBilledOrNot() {
    Unsettled unsettled = twoEvents();
    unsettled.dead(letter(made("one"), Reason.Kind.REFUSED_BY_SERVICE, true));
    unsettled.dead(letter(made("two"), Reason.Kind.NOT_DELIVERED, false));
    assertThat(unsettled.due()).isEmpty();
    assertThat(unsettled.open()).containsExactly(ONE, TWO);
  }

  /** What is read from a sample event as it was produced does not know the id it is sent with. */
  @Test
  void aLetterOfARecordsOnlyEventIsOfThatEvent() {
    var readings = new LinkedHashMap<RecordPlace, Expectation>();
    readings.put(PLACE, new Expectation.Billable(List.of(ONE)));
    var unsettled = new Unsettled(readings);
    unsettled.waiting(letter(made("0123456789abcdef"), Reason.Kind.NOT_DELIVERED, false));
    assertThat(unsettled.due()).isEmpty();
    assertThat(unsettled.open()).containsExactly(ONE);
  }

  @Test
  void aRecordThatIsInNoQueueIsDue() {
    assertThat(twoEvents().due()).hasSize(1);
  }
}

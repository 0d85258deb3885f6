package io.usagecollector.core.careful;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.careful.Marks.Unended;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final Unended BATCH = new Unended(List.of("t/0/5", "t/1/7"), Optional.empty());
  private static final Unended RECORD = new Unended(List.of("t/0/5"), Optional.of("t/0/9"));
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static Suspects after(Unended... unended) {
    Suspects suspects = Suspects.NONE;
    for (Unended one : unended) {
      suspects = suspects.and(one, 1_000);
    }
    return suspects;
  }

  @Test
  void aBatchThatDidNotEndThreeTimesIsSuspectByAnyOfItsNames() {
    assertThat(after(BATCH, BATCH).isSuspect(List.of("t/0/5", "t/1/7"))).isFalse();
    assertThat(after(BATCH, BATCH, BATCH).isSuspect(List.of("t/3/1", "t/1/7"))).isTrue();
    assertThat(after(BATCH, BATCH, BATCH).isSuspect(List.of("t/0/6"))).isFalse();
  }

  @Test
  void aRecordThatEndedTwoUnderItsOwnMarkIsAKiller() {
    assertThat(after(RECORD).isKiller("t/0/9")).isFalse();
    assertThat(after(RECORD, RECORD).isKiller("t/0/9")).isTrue();
    assertThat(after(BATCH, BATCH, BATCH).isKiller("t/0/5")).isFalse();
  }

  @Test
  void whatHasEndedIsForgottenAndNothingElse() {
    Suspects left = after(BATCH, BATCH, BATCH, RECORD, RECORD).without(List.of("t/0/5", "t/0/9"));
    assertThat(left.isKiller("t/0/9")).isFalse();
    assertThat(left.isSuspect(List.of("t/0/5"))).isFalse();
    assertThat(left.isSuspect(List.of("t/1/7"))).isTrue();
  }

  @Test
  void afterADayWithoutAnotherItIsForgotten() {
    Unended other = new Unended(List.of("t/2/0"), Optional.empty());
    assertThat(after(BATCH).and(other, 1_000 + DAY).knows("t/0/5")).isTrue();
    assertThat(after(BATCH).and(other, 1_001 + DAY).knows("t/0/5")).isFalse();
  }

  @Test
  void ofManyTheNewestAreKept() {
    Suspects many = Suspects.NONE;
    for (int i = 0; i < 1_200; i++) {
      many = many.and(new Unended(List.of("t/0/" + i), Optional.empty()), i);
    }
    assertThat(IntStream.range(0, 1_200).mapToObj(i -> "t/0/" + i).filter(many::knows))
        .hasSize(1_000)
        .startsWith("t/0/200");
  }

  @Test
  void countsOfTwoPlacesAreNotAdded() {
    Suspects both = after(BATCH, BATCH).with(after(BATCH, BATCH, RECORD));
    assertThat(both).isEqualTo(after(BATCH, BATCH, RECORD));
  }

  @Test
  void theTextIsReadAsItWasWritten() {
    Suspects suspects = after(BATCH, BATCH, RECORD);
    assertThat(suspects.text())
        .isEqualTo("batch 2 1000 t/1/7\nbatch 3 1000 t/0/5\nrecord 1 1000 t/0/9");
    assertThat(Suspects.parse(suspects.text())).isEqualTo(suspects);
    assertThat(Suspects.parse("")).isEqualTo(Suspects.NONE);
    assertThat(Suspects.parse("batch x 1 t\n\nrecord 2\nbatch 1 5 message 77-a"))
        .hasToString("batch 1 5 message 77-a");
  }
}

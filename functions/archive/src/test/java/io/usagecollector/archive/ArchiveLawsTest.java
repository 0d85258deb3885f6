package io.usagecollector.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for the archive function wherever it ends and whenever letters come. */
class ArchiveLawsTest {
  private static Set<String> ids(List<VirtualQueue.Stored> messages) {
    return messages.stream().map(message -> message.id).collect(Collectors.toSet());
  }

  @Property(tries = 300)
  void aLetterIsAlwaysInTheQueueOrInTheBucketAndInTheEndInOneOfThem(
      @ForAll @Size(max = 40) List<@IntRange(max = 200) Integer> hours,
      @ForAll @IntRange(max = 25) int call,
      @ForAll boolean afterIt) {
    var parts = new LocalParts();
    Set<String> old = new HashSet<>();
    for (int age : hours) {
      String id = parts.queue.send("of " + age, parts.queue.now.minus(Duration.ofHours(age))).id;
      if (age > 96) {
        old.add(id);
      }
    }
    Set<String> all = ids(parts.queue.messages());

    parts.runKilledAt(call, afterIt);

    Set<String> somewhere = new HashSet<>(ids(parts.queue.messages()));
    somewhere.addAll(parts.archived());
    assertThat(somewhere).isEqualTo(all);

    parts.run();

    // What was old enough when the process ended is still, and what has become so since as well.
    assertThat(old).isSubsetOf(parts.archived());
    Set<String> inBoth = ids(parts.queue.messages());
    inBoth.retainAll(parts.archived());
    assertThat(inBoth).isEmpty();
    somewhere = ids(parts.queue.messages());
    somewhere.addAll(parts.archived());
    assertThat(somewhere).isEqualTo(all);
  }

  @Property(tries = 100)
  void theSameLettersAreTheSameObjectHoweverOftenTheyAreWritten(
      @ForAll @IntRange(min = 1, max = 40) int letters) {
    var parts = new LocalParts();
    for (int i = 0; i < letters; i++) {
      parts.queue.send("letter " + i, parts.queue.now.minus(Duration.ofDays(5)).plusSeconds(i % 3));
    }
    // The bucket takes the object, and the process ends before anything is deleted.
    int received = (letters + 9) / 10 + 1;
    parts.runKilledAt(received, true);
    assertThat(parts.bucket.objects).hasSize(1);
    assertThat(parts.queue.messages()).hasSize(letters);

    parts.run();

    assertThat(parts.bucket.objects).hasSize(1);
    assertThat(parts.queue.messages()).isEmpty();
  }

  /**
   * SQS leaves a message out of the age of the oldest once it was received three times, and on that
   * age hangs the alarm that four of fourteen days are left. So a letter is received twice at most
   * before the run that archives it, and where all goes well that run comes before the alarm.
   */
  @Property(tries = 200)
  void theAlarmOnTheirAgeSeesLettersThatARunLeaves(
      @ForAll @IntRange(min = 2, max = 4) int days,
      @ForAll @IntRange(max = 95) int arrivesAtHour,
      @ForAll @IntRange(max = 1_800) int lateSeconds) {
    var parts = new LocalParts();
    parts.environment.put("ARCHIVE_AFTER_DAYS", Integer.toString(days));
    Instant start = parts.queue.now;
    VirtualQueue.Stored letter =
        parts.queue.send("letter", start.plus(Duration.ofHours(arrivesAtHour % (24 * days))));
    int run = 0;
    while (!parts.queue.messages().isEmpty()) {
      assertThat(letter.receives).isLessThanOrEqualTo(2);
      run++;
      // A schedule comes now a little earlier and now a little later.
      Instant due = start.plus(Duration.ofDays((long) days * run));
      parts.queue.now = run % 2 == 0 ? due : due.plusSeconds(lateSeconds);
      parts.run();
    }
    assertThat(Duration.between(letter.sent, parts.queue.now)).isLessThan(Duration.ofDays(10));
  }
}

package io.usagecollector.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.s3.S3ClaimStore;
import io.usagecollector.aws.sqs.SqsDeadLetters;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.core.letter.steps.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of dead letters that nobody fetched. */
class ArchiveTest {
  private static final Path FILE = Path.of("..", "..", "events", "archive", "2026-11-01.jsonl");

  private final LocalParts parts = new LocalParts();

  private Instant daysAgo(int days) {
    return parts.queue.now.minus(Duration.ofDays(days));
  }

  private Letter large() {
    byte[] noise = new byte[1_200_000];
    new Random(19).nextBytes(noise);
    Letter large = Written.unmapped(5, noise);
    var store = new S3ClaimStore(() -> parts.bucket, "letters");
    assertThat(
            new SqsDeadLetters(
                    parts.queue, LocalParts.QUEUE, Optional.of(store), InstantSource.system())
                .store(List.of(large), Duration.ofSeconds(5)))
        .containsExactly(new Receipt.Stored());
    parts.queue.now = parts.queue.now.plus(Duration.ofDays(5));
    return large;
  }

  @Test
  void whatIsOldEnoughLiesInTheBucketAloneAndTheRestInTheQueueForEverybodyToSee() {
    parts.queue.send("old", daysAgo(5));
    VirtualQueue.Stored young = parts.queue.send("young", daysAgo(1));

    assertThat(parts.run()).isEqualTo("{\"archived\":1}");

    assertThat(parts.archived()).containsExactly("message-0000");
    assertThat(parts.queue.inSight()).containsExactly(young);
    assertThat(parts.queue.messages()).containsExactly(young);
  }

  /**
   * The tests of the command read the very same file. One that is missing or differs is written
   * anew, and the test fails all the same.
   */
  @Test
  void theObjectIsAFileAsTheCommandReadsIt() throws Exception {
    parts.queue.now = Instant.parse("2026-11-08T09:00:00Z");
    parts.queue.send(
        Written.text(Written.unmapped(1, "{\"duration\":\"abc\"}".getBytes(UTF_8))),
        Instant.parse("2026-11-02T10:31:00Z"));
    parts.queue.send(Written.text(Written.refused(2)), Instant.parse("2026-11-01T10:31:00Z"));
    parts.queue.send("no letter", Instant.parse("2026-11-03T10:31:00Z"));

    parts.run();

    assertThat(parts.bucket.objects.keySet())
        .singleElement()
        .asString()
        .matches("archive/2026-11-01/[0-9a-f]{64}\\.jsonl");
    String written = new String(parts.bucket.objects.values().iterator().next(), UTF_8);
    String found = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (!found.equals(written)) {
      Files.writeString(FILE, written);
    }
    assertThat(found).as("look at what changed, and commit it").isEqualTo(written);
  }

  @Test
  void whatALetterClaimsIsKeptWithIt() {
    Letter large = large();

    parts.run();

    String archive =
        parts.bucket.objects.keySet().stream()
            .filter(k -> k.startsWith("archive/"))
            .findFirst()
            .orElseThrow();
    List<Step> steps = LocalParts.steps(parts.bucket.objects.get(archive));
    Step.Read read = (Step.Read) steps.get(1);
    Step.Content content = (Step.Content) steps.get(2);
    assertThat(content.id()).isEqualTo(read.id());
    Message.Claimed claimed = (Message.Claimed) Message.read(read.body());
    assertThat(((Message.Whole) claimed.open(content.bytes())).letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.key()).isEqualTo(large.key());
          assertThat(letter.record().value()).isEqualTo(large.record().value());
        });
  }

  @Test
  void aContentThatIsGoneKeepsNoLetterFromBeingKept() {
    large();
    parts.bucket.objects.clear();

    assertThat(parts.run()).isEqualTo("{\"archived\":1}");
    assertThat(parts.archived()).hasSize(1);
    assertThat(parts.queue.messages()).isEmpty();
  }

  @Test
  void aLetterWhoseContentIsNotReachedStaysAndTheRunFails() {
    large();
    parts.queue.send("other", daysAgo(5));
    byte[] claimed = parts.bucket.objects.remove(parts.bucket.objects.keySet().iterator().next());
    assertThat(claimed).isNotEmpty();
    parts.bucket.unreadable = Optional.of(MemoryBucket.answer(403));

    assertThatThrownBy(parts::run)
        .isInstanceOf(LeftBehindException.class)
        .hasMessageStartingWith("1 messages were archived, and others stay in the queue");

    assertThat(parts.queue.inSight())
        .singleElement()
        .satisfies(m -> assertThat(m.id).isEqualTo("message-0000"));
    assertThat(parts.archived()).containsExactly("message-0001");
  }

  @Test
  void aBucketThatTakesNothingLosesNothing() {
    parts.queue.send("old", daysAgo(5));
    parts.bucket.unwritable = Optional.of(MemoryBucket.answer(403));

    assertThatThrownBy(parts::run)
        .isInstanceOf(software.amazon.awssdk.core.exception.SdkException.class);

    assertThat(parts.queue.inSight()).hasSize(1);
    assertThat(parts.archived()).isEmpty();
  }

  /**
   * Half a minute is what the last object may need: nothing is begun then, and somebody is told.
   */
  @Test
  void whereThereIsNoTimeNothingIsReceivedAndTheRunFails() {
    VirtualQueue.Stored old = parts.queue.send("old", daysAgo(5));

    assertThatThrownBy(() -> parts.run(30_000)).isInstanceOf(LeftBehindException.class);

    assertThat(old.receives).isZero();
    assertThat(parts.queue.messages()).containsExactly(old);
  }

  @Test
  void manyLettersAreSeveralObjects() {
    for (int i = 0; i < 2_345; i++) {
      parts.queue.send("letter " + i, daysAgo(5));
    }

    assertThat(parts.run()).isEqualTo("{\"archived\":2345}");

    assertThat(parts.bucket.objects).hasSize(3);
    assertThat(parts.archived()).hasSize(2_345);
    assertThat(parts.queue.messages()).isEmpty();
  }

  @Test
  void anEmptyQueueMakesNoObject() {
    assertThat(parts.run()).isEqualTo("{\"archived\":0}");
    assertThat(parts.bucket.objects).isEmpty();
  }

  @Test
  void aSettingThatCannotBeMeantFailsEveryRunInTheSameWords() {
    parts.environment.put("ARCHIVE_AFTER_DAYS", "9");

    assertThatThrownBy(parts::run)
        .hasMessageContaining("ARCHIVE_AFTER_DAYS must be a whole number of days from 1 to 4");
  }
}

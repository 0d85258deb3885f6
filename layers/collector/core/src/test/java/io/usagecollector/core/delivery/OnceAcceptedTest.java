package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.records;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.HeldRecord;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.event.SourceHandle.KafkaRecord;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A batch is held only when nothing of it was accepted, wherever a queue can take the rest. Where
 * there is a retry queue, nothing is held once something was accepted, whatever goes wrong. Where
 * there is none, a fault holds nothing, and an event that could not be sent or judged holds its
 * record, or its batch where all of it comes again.
 */
class OnceAcceptedTest {
  /** What goes wrong beside bad events, from some call on. */
  enum Trouble {
    NONE,
    KEY_REFUSED,
    AWAY,
    STRANGE_ANSWER,
    LONG_PAUSE,
    NO_TIME_LEFT,
    ALL_REFUSED
  }

  private static final Duration LONG = Duration.ofSeconds(25);
  private static final Answer LATE =
      new Answer.Transient(
          new FaultKey.Unanswered(TransportFault.TIMEOUT), "no answer in time", Optional.empty());

  /** One batch, delivered while one thing goes wrong. */
  private static final class Story {
    private final World world;
    private final MemoryLetters letters = new MemoryLetters();
    private final Set<Long> mapped = new HashSet<>();
    private final Set<String> refusedAlone = new HashSet<>();
    private final List<SourceRecord> records;
    private final BatchReport report;
    private boolean judged;

    Story(Trouble trouble, Acknowledger acknowledger, int count, Random random) {
      this(trouble, acknowledger, count, random, new World());
    }

    Story(Trouble trouble, Acknowledger acknowledger, int count, Random random, World world) {
      this.world = world;
      records = records(Stream.generate(() -> word(random)).limit(count).toArray(String[]::new));
      int good = random.nextInt(6);
      int[] calls = {0};
      var sink = new AtomicReference<ScriptedSink>();
      sink.set(
          new ScriptedSink(
              world.time,
              random.nextInt(1, 13),
              ids -> {
                boolean wrong = calls[0]++ >= good && random.nextInt(3) > 0;
                Answer answer =
                    wrong
                        ? troubled(trouble, ids, () -> sink.get().sent.getLast().timeout())
                        : judged(ids);
                judged |= answer instanceof Answer.Invalid;
                if (answer instanceof Answer.Invalid && ids.size() == 1) {
                  refusedAlone.add(ids.getFirst());
                }
                return answer;
              }));
      Batch batch = new Batch(World.ORIGIN, this::map, records);
      report = world.deliver(sink.get(), letters, batch, acknowledger);
    }

    private static String word(Random random) {
      return switch (random.nextInt(6)) {
        case 0 -> "faulty";
        case 1 -> "bad";
        case 2 -> "filtered";
        default -> "good";
      };
    }

    private List<Part> map(SourceRecord record) {
      mapped.add(record.at().offset());
      return World.PIPELINE.process(record);
    }

    private static Answer judged(List<String> ids) {
      return ids.stream().anyMatch(id -> id.startsWith("bad"))
          ? ScriptedSink.invalid("400")
          : ScriptedSink.ACCEPTED;
    }

    private Answer troubled(Trouble trouble, List<String> ids, Supplier<Duration> timeout) {
      return switch (trouble) {
        case NONE -> judged(ids);
        case KEY_REFUSED -> ScriptedSink.UNAUTHORIZED;
        case AWAY -> ScriptedSink.UNAVAILABLE;
        case STRANGE_ANSWER ->
            new Answer.Unknown(FaultKey.Answered.status(200), "a page", Optional.empty());
        case LONG_PAUSE -> ScriptedSink.throttled(Duration.ofMinutes(10));
        case NO_TIME_LEFT -> {
          Duration limit = timeout.get();
          boolean inTime = limit.compareTo(LONG) > 0;
          world.time.sleep(inTime ? LONG : limit);
          yield inTime ? judged(ids) : LATE;
        }
        case ALL_REFUSED -> ScriptedSink.invalid("400");
      };
    }

    boolean anyAccepted() {
      return report.traffic().eventsAccepted() > 0;
    }

    /** Whether the record is one that a queue can take today: its fault is known to be its own. */
    boolean isOwnFault(HeldRecord held) {
      long offset = ((KafkaRecord) held.handle()).at().offset();
      String word = new String(records.get((int) offset).value(), UTF_8);
      boolean judged =
          refusedAlone.contains(word + "-" + offset + "-0")
              && !held.why().startsWith("everything is refused alike");
      return mapped.contains(offset)
          && (word.equals("faulty") || word.equals("filtered") || judged);
    }
  }

  @Property(tries = 3_000)
  void whereRecordsAreListedNoFaultIsHeld(
      @ForAll Trouble trouble, @ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
    Story story = new Story(trouble, Acknowledger.PER_RECORD, count, new Random(seed));
    if (story.anyAccepted()) {
      assertThat(story.report.held()).noneMatch(story::isOwnFault);
    }
  }

  @Property(tries = 6_000)
  void withARetryQueueNothingIsHeldOnceAnythingWasAcceptedAndNothingDeferredWhileNothingPasses(
      @ForAll Trouble trouble,
      @ForAll Acknowledger acknowledger,
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll long seed) {
    MemoryLetters retries = new MemoryLetters();
    World deferring = new World().deferringTo(retries, Outage.HOLD);
    Story story = new Story(trouble, acknowledger, count, new Random(seed), deferring);
    if (story.anyAccepted()) {
      assertThat(story.report.held()).isEmpty();
    } else if (!story.judged) {
      assertThat(retries.stored).isEmpty();
    }
  }

  @Property(tries = 3_000)
  void whereAllComesAgainFaultsAloneHoldNoBatch(
      @ForAll Trouble trouble, @ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
    Story story = new Story(trouble, Acknowledger.WHOLE_BATCH, count, new Random(seed));
    List<HeldRecord> held = story.report.held();
    if (story.anyAccepted() && !held.isEmpty()) {
      assertThat(held).anyMatch(one -> !story.isOwnFault(one));
      assertThat(story.letters.stored).isEmpty();
    }
    if (trouble == Trouble.NONE && story.anyAccepted()) {
      assertThat(held).isEmpty();
    }
  }
}

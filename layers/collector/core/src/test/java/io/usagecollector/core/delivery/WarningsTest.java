package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.World.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.Warnings;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Formed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch's report tells what is odd in the words that name it, few however many events. */
class WarningsTest {
  private final World world = new World();

  /** A service for which each record's value is a key that is no event's. */
  private Warnings of(List<String> keys) {
    ScriptedSink sink =
        ScriptedSink.answering(world.time, ScriptedSink.ACCEPTED)
            .taking((document, origin) -> {
              String key = keys.get((int) origin.at().offset());
              var oddity = new Oddity(EventWarning.KEY_LEFT_OUT, key + " is left out", "secret");
              return new Formed.Sendable(
                  new UsageEvent(
                      "id-" + origin.at().offset(),
                      "2026-01-01T00:00:00Z",
                      "c",
                      "n",
                      "{}".getBytes(UTF_8),
                      List.of(oddity, oddity)));
            });
    List<SourceRecord> records =
        IntStream.range(0, keys.size()).mapToObj(offset -> record(offset, "good")).toList();
    var ports =
        new Ports(
            sink,
            new OneAtATime(),
            new MemoryLetters(),
            Optional.empty(),
            world.gate,
            RetryPolicy.DEFAULT,
            new RetryTokens(),
            world.time,
            new Random(1));
    return new Delivery(ports)
        .deliver(
            World.batch(records).inbound(sink.form()),
            new TimeBudget(world.time, Duration.ofMinutes(1)),
            Acknowledger.PER_RECORD)
        .warnings();
  }

  @Test
  void whatIsOddIsToldInItsSafeWordsOnceWithItsNumber() {
    Warnings warnings = of(List.of("evnt_name", "Timestamp", "evnt_name"));
    assertThat(warnings.told())
        .map(Warnings.Told::toString)
        .containsExactly(
            "4 times KEY_LEFT_OUT: evnt_name is left out",
            "2 times KEY_LEFT_OUT: Timestamp is left out");
    assertThat(warnings.count(EventWarning.KEY_LEFT_OUT)).isEqualTo(3);
    assertThat(warnings.untold()).isZero();
  }

  @Test
  void ofManyDifferentWordsTheFirstTwentyAreToldAndTheRestAreCounted() {
    Warnings warnings = of(IntStream.range(0, 10_000).mapToObj(i -> "key" + i).toList());
    assertThat(warnings.told()).hasSize(20);
    assertThat(warnings.untold()).isEqualTo(2 * 9_980);
    assertThat(warnings.count(EventWarning.KEY_LEFT_OUT)).isEqualTo(10_000);
  }
}

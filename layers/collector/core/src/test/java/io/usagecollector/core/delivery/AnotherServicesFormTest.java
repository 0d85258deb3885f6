package io.usagecollector.core.delivery;

import static io.usagecollector.core.delivery.outcome.Tallies.tally;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service with events of another form enters by the same door. */
class AnotherServicesFormTest {
  private static final RecordPipeline AS_IT_IS =
      record -> List.of(new Part.Ready(0, (Obj) Json.read(record.value())));

  private final World world = new World();
  private final MemoryLetters letters = new MemoryLetters();
  private final ScriptedSink sink =
      ScriptedSink.answering(world.time, ScriptedSink.ACCEPTED).taking(new CloudEventForm());

  private BatchReport deliver(String... values) {
    Batch batch = new Batch(World.ORIGIN, AS_IT_IS, World.records(values));
    return world.deliver(sink, letters, batch, Acknowledger.PER_RECORD);
  }

  @Test
  void cloudEventsAreSentAsTheirServiceReadsThem() {
    BatchReport report = deliver("{\"type\":\"call\",\"subject\":\"c1\",\"data\":{\"seconds\":5}}");
    String id = EventOrigin.of(World.ORIGIN.stream(), World.record(0, ""), 0).eventId();
    assertThat(report.tally()).isEqualTo(tally(1, 1, 0, 0, 0));
    assertThat(new String(sink.sent.getFirst().events().getFirst().json(), UTF_8))
        .isEqualTo(
            "{\"data\":{\"seconds\":5},\"id\":\""
                + id
                + "\",\"source\":\"stream\",\"specversion\":\"1.0\",\"subject\":\"c1\","
                + "\"time\":\"1970-01-01T00:00:01Z\",\"type\":\"call\"}");
  }

  @Test
  void whatTheirFormRefusesIsADeadLetterWithItsReason() {
    BatchReport report = deliver("{\"type\":\"call\"}", "{\"type\":\"call\",\"subject\":\"c1\"}");
    assertThat(report.tally()).isEqualTo(tally(2, 1, 0, 1, 0));
    assertThat(letters.stored.getFirst().reason().safeText())
        .isEqualTo("type and subject must be texts");
  }
}

package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LawsTest {
  private static final String RANDOM =
      """
      root.event_name = "call"
      root.external_customer_id = "c"
      root.event_id = uuid_v4()
      root.properties = {"r": random_int(max: 1000000), "u": uuid_v4(), "t": now(), "n": nanoid()}
      """;

  private static SourceRecord at(long offset, String value) {
    return new SourceRecord(
        new Coordinates("calls", 0, offset),
        Pipelines.TIME,
        null,
        value.getBytes(StandardCharsets.UTF_8),
        List.of());
  }

  @Property(tries = 50)
  void aRepeatCarriesTheSameBytes(@ForAll @LongRange(max = 1L << 60) long offset) {
    RecordPipeline first = Pipelines.mapping(RANDOM);
    RecordPipeline second = Pipelines.mapping(RANDOM);
    String sent = Pipelines.sent(first, at(offset, "{}"));
    assertThat(Pipelines.sent(first, at(offset, "{}"))).isEqualTo(sent);
    assertThat(Pipelines.sent(second, at(offset, "{}"))).isEqualTo(sent);
    assertThat(CompletableFuture.supplyAsync(() -> Pipelines.sent(first, at(offset, "{}"))).join())
        .isEqualTo(sent);
  }

  @Test
  void recordsDrawApart() {
    RecordPipeline pipeline = Pipelines.mapping(RANDOM);
    Set<String> ids = new HashSet<>();
    for (int offset = 0; offset < 2000; offset++) {
      SourceRecord record = at(offset, "{}");
      ids.add(Pipelines.event(pipeline.process(record).getFirst(), record).eventId());
    }
    assertThat(ids).hasSize(2000);
  }

  @Test
  void anotherStreamDrawsApart() {
    CollectorConfig config = Pipelines.config("- mapping: |\n" + RANDOM.indent(4), Map.of());
    assertThat(Pipelines.sent(config.compile(new StreamId("a")), at(1, "{}")))
        .isNotEqualTo(Pipelines.sent(config.compile(new StreamId("b")), at(1, "{}")));
  }
}

package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
  private static final String EVENT =
      "root.event_name = \"e\"\nroot.external_customer_id = \"c\"\n";
  private static final SourceRecord RECORD = Pipelines.record("{}");
  private static final String LONG = "root.n = range(0, 9999).map_each(n -> n).sum()\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- mapping: |\n    root.n = range(0, 9999).map_each(n -> n).sum()\n",
        "- mapping: |\n    root = range(0, 9999).map_each(n -> n).catch(deleted())\n",
        "- try:\n  - mapping: |\n      root.n = range(0, 9999).map_each(n -> n).sum()\n",
        """
        - mapping: |
            root.n = range(0, 9999).map_each(n -> n).sum()
        - catch:
          - mapping: |
              root = deleted()
        """,
        """
        - switch:
          - check: range(0, 9999).map_each(n -> n).sum() > 0
            processors: [{noop: {}}]
        """
      })
  void aRecordWhoseTimeIsUpIsThatAndNothingElse(String processors) {
    RecordPipeline pipeline = Pipelines.processors(processors);

    assertThat(pipeline.process(RECORD, () -> true)).satisfies(this::isOutOfTime);
    assertThat(pipeline.process(RECORD, () -> false)).noneSatisfy(this::isOutOfTime);
  }

  @Test
  void aRecordIsMappedAsWithoutALimitWhileThereIsTime() {
    RecordPipeline pipeline = Pipelines.mapping(EVENT + LONG);

    assertThat(Pipelines.sent(record -> pipeline.process(record, () -> false), RECORD))
        .isEqualTo(Pipelines.sent(pipeline, RECORD));
  }

  @Test
  void ofManyShortPartsTheWholeIsLimited() {
    RecordPipeline pipeline =
        Pipelines.processors("- unarchive: {format: json_array}\n- mapping: |\n" + EVENT.indent(4));
    AtomicInteger looks = new AtomicInteger();
    TimeLimit third = () -> looks.incrementAndGet() > 2;

    assertThat(pipeline.process(Pipelines.record("[{},{},{},{},{}]"), third))
        .satisfies(this::isOutOfTime);
    assertThat(looks).hasValue(3);
  }

  private void isOutOfTime(List<? extends Part> parts) {
    assertThat(parts).hasSize(1);
    isOutOfTime(parts.getFirst());
  }

  private void isOutOfTime(Part part) {
    assertThat(part)
        .isInstanceOfSatisfying(
            Part.Faulted.class,
            faulted -> {
              assertThat(faulted.ordinal()).isZero();
              assertThat(faulted.reason().kind()).isEqualTo(Reason.Kind.OUT_OF_TIME);
            });
  }
}

package io.usagecollector.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.careful.Suspects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbSuspectsTest {
  private static final int INSTANCES = 6;
  private static final InstantSource CLOCK = () -> Instant.ofEpochSecond(1_800_000_000L);
  private static LocalTable table;

  @BeforeAll
  static void start() {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() {
    table.close();
  }

  private static DynamoDbSuspects suspects(String function) {
    return new DynamoDbSuspects(table.table(), function, CLOCK);
  }

  @Test
  void whatOneInstanceNotesAnotherReadsUntilItExpires() {
    Suspects some = Suspects.parse("batch 2 5 t/0/5\nrecord 1 5 t/0/9");
    assertThat(suspects("noted").read()).isEqualTo(Suspects.NONE);
    suspects("noted").change(before -> before.with(some));
    assertThat(suspects("noted").read()).isEqualTo(some);
    assertThat(suspects("other").read()).isEqualTo(Suspects.NONE);
    assertThat(table.item("careful#noted").get(StateTable.EXPIRES).n())
        .isEqualTo(Long.toString(1_800_000_000L + 2 * 86_400));
  }

  @Test
  void whatChangesNothingIsNotWritten() {
    suspects("idle").change(before -> before);
    assertThat(table.item("careful#idle")).isEmpty();
  }

  @Test
  void whatSeveralNoteAtOnceIsAllKept() throws Exception {
    AtOnce.run(
        INSTANCES,
        i -> {
          DynamoDbSuspects suspects = suspects("race");
          Suspects one = Suspects.parse("batch 1 5 t/0/" + i);
          return () -> {
            suspects.change(before -> before.with(one));
            return i;
          };
        });
    String all =
        IntStream.range(0, INSTANCES)
            .mapToObj(i -> "batch 1 5 t/0/" + i)
            .collect(Collectors.joining("\n"));
    assertThat(suspects("race").read()).isEqualTo(Suspects.parse(all));
  }

  @Test
  void aTableThatIsNotThereSuspectsNobodyAndStopsNothing() {
    var missing = new DynamoDbSuspects(new StateTable(() -> table.client, "missing"), "any", CLOCK);
    missing.change(before -> Suspects.parse("batch 1 5 t/0/5"));
    assertThat(missing.read()).isEqualTo(Suspects.NONE);
  }
}

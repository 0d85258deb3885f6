package io.usagecollector.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.usagecollector.bloblang.Bloblang;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs whose speed is compared must do the same. */
class EquivalenceTest {
  private static final int EVENTS = 1_000;
  private static final long SEED = 20_260_101;

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(names = "DROP", mode = EnumSource.Mode.EXCLUDE)
  void jsltAndBloblangAgreeOnGeneratedEvents(Program program) throws Exception {
    var events = new EventGenerator(program, SEED);
    var mapping = Bloblang.standard().compile(program.bloblang());
    var jslt = program.jslt();
    for (int i = 0; i < EVENTS; i++) {
      byte[] event = events.next();
      JsonNode ours = json.readTree(EventMapping.bytes(mapping, event));
      JsonNode theirs = jslt.apply(json.readTree(event));
      assertThat(ours.equals(NumbersByValue::compare, theirs))
          .as("event %d of seed %d: %s is %s", i, SEED, ours, theirs)
          .isTrue();
    }
  }
}

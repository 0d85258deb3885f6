package io.usagecollector.tooling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.tooling.lint.rule.BareKey;
import io.usagecollector.tooling.lint.rule.DropThenSet;
import io.usagecollector.tooling.lint.rule.FloatAsTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What rules say of a run is what a run does, and what they advise does what was meant. */
class AdviceTest {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static String run(String mapping, String event) throws CompileException {
    return switch (Bloblang.standard().compile(mapping).apply(Message.of(event), Host.system())) {
      case Result.Mapped(Message message) -> new String(message.content(), StandardCharsets.UTF_8);
      case Result.Deleted _ -> "dropped";
      case Result.Failed failed -> failed.fault().text();
    };
  }

  @Test
  void whatIsDroppedAndThenSetFailsAndTheAdviceDrops() throws CompileException {
    String other = "{\"kind\":\"login\",\"units\":1}";

    assertThat(run(DropThenSet.RULE.bad(), other)).startsWith("failed assignment (line 2)");
    assertThat(run(DropThenSet.RULE.good(), other)).isEqualTo("dropped");
    assertThat(run(DropThenSet.RULE.good(), "{\"kind\":\"usage\",\"units\":1}"))
        .isEqualTo("{\"kind\":\"usage\",\"properties\":{\"units\":1},\"units\":1}");
  }

  @Test
  void aDividedTimeLosesAMillisecondAndARoundedOneDoesNot() throws CompileException {
    String event = "{\"ms\":1555234838050}";

    assertThat(run(FloatAsTime.RULE.bad(), event)).contains("2019-04-14T09:40:38.049Z");
    assertThat(run(FloatAsTime.RULE.good(), event)).contains("2019-04-14T09:40:38.050Z");
  }

  @Test
  void aRoundedTimeKeepsEveryMillisecond() throws CompileException {
    Random random = new Random(20);
    for (int i = 0; i < 2_000; i++) {
      long ms = random.nextLong(4_102_444_800_000L);
      assertThat(run(FloatAsTime.RULE.good(), "{\"ms\":" + ms + "}"))
          .isEqualTo("{\"timestamp\":\"" + MILLIS.format(Instant.ofEpochMilli(ms)) + "\"}");
    }
  }

  @Test
  void aKeyWithoutQuotesIsAQueryAndOneWithQuotesIsAKey() throws CompileException {
    assertThat(run(BareKey.RULE.bad(), "{\"units\":1}")).contains("invalid key type");
    assertThat(run(BareKey.RULE.good(), "{\"units\":1}"))
        .isEqualTo("{\"properties\":{\"units\":1}}");
  }
}

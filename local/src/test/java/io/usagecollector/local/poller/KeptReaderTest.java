package io.usagecollector.local.poller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.lambda.InvokeResult;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptReaderTest {
  private static final Set<String> BATCH = Set.of("one", "two", "three");

  private static Kept read(boolean reporting, String answer) {
    return new KeptReader(reporting).read(new InvokeResult.Answered(answer.getBytes(UTF_8)), BATCH);
  }

  private static String listing(String identifier) {
    return "{\"batchItemFailures\":[{\"itemIdentifier\":" + identifier + "}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}"})
  void anEmptyOrNullAnswerKeepsNothing(String answer) {
    assertThat(read(true, answer)).isEqualTo(Kept.NOTHING);
  }

  @Test
  void aListNamesWhatIsKept() {
    assertThat(read(true, listing("\"two\"")).ids()).containsExactly("two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"four\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"one\"},{\"itemIdentifier\":\"four\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifer\":\"one\"}]}",
        "{\"batchItemFailures\":[\"one\"]}",
        "{\"batchItemFailures\":\"one\"}",
        "{",
        "{} {}",
        "not json"
      })
  void aMalformedAnswerKeepsTheWholeBatch(String answer) {
    assertThat(read(true, answer).ids()).isEqualTo(BATCH);
    assertThat(read(true, answer).reason()).isNotEmpty();
  }

  @Test
  void withoutReportBatchItemFailuresAListIsIgnoredAndNothingIsKept() {
    assertThat(read(false, listing("\"two\""))).isEqualTo(Kept.NOTHING);
    assertThat(read(false, "not json")).isEqualTo(Kept.NOTHING);
  }

  @Test
  void whateverIsNoAnswerKeepsTheWholeBatch() {
    var reader = new KeptReader(true);
    assertThat(reader.read(new InvokeResult.Faulted("E", "why"), BATCH))
        .isEqualTo(new Kept(BATCH, "why"));
    assertThat(reader.read(new InvokeResult.TimedOut(Duration.ofSeconds(3)), BATCH))
        .isEqualTo(new Kept(BATCH, "killed: out of time after 3 s"));
    assertThat(reader.read(new InvokeResult.Died(137), BATCH))
        .isEqualTo(new Kept(BATCH, "the function's process ended with status 137"));
  }
}

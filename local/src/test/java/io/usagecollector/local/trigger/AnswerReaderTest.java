package io.usagecollector.local.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.lambda.InvokeResult;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final Set<RecordPlace> BATCH =
      Set.of(Parcels.place(0, 10), Parcels.place(0, 11), Parcels.place(1, 10));

  private static BatchVerdict read(boolean reporting, String answer) {
    return new AnswerReader(reporting)
        .read(new InvokeResult.Answered(answer.getBytes(UTF_8)), BATCH);
  }

  private static String listing(String identifier) {
    return "{\"batchItemFailures\":[{\"itemIdentifier\":" + identifier + "}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"batchItemFailures\":null}",
        "{\"batchItemFailures\":[]}"
      })
  void anEmptyOrNullAnswerIsSuccess(String answer) {
    assertThat(read(true, answer)).isEqualTo(new BatchVerdict.Success());
  }

  @Test
  void aListNamesWhatFailed() {
    assertThat(read(true, listing("{\"partition\":\"usage-events-0\",\"offset\":11}")))
        .isEqualTo(new BatchVerdict.Partial(Set.of(Parcels.place(0, 11))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"partition\":\"usage-events-0\",\"offset\":12}",
        "{\"partition\":\"usage-events-2\",\"offset\":10}",
        "{\"partition\":\"usage-events-0\",\"offset\":\"10\"}",
        "{\"partition\":\"usage-events-0\"}",
        "{}",
        "null",
        "\"usage-events-0-10\""
      })
  void anUnknownItemFailsTheWholeBatch(String identifier) {
    assertThat(read(true, listing(identifier))).isInstanceOf(BatchVerdict.Failure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{} {}", "not json"})
  void anAnswerThatIsNotJsonFailsTheWholeBatch(String answer) {
    assertThat(read(true, answer)).isEqualTo(new BatchVerdict.Failure("the answer is not JSON"));
  }

  @Test
  void withoutReportBatchItemFailuresAListIsIgnoredAndCountsAsSuccess() {
    String list = listing("{\"partition\":\"usage-events-0\",\"offset\":11}");
    assertThat(read(false, list)).isEqualTo(new BatchVerdict.Success());
    assertThat(read(false, listing("{}"))).isEqualTo(new BatchVerdict.Success());
    assertThat(read(false, "not json")).isEqualTo(new BatchVerdict.Success());
  }

  @Test
  void whateverIsNoAnswerFailsTheWholeBatch() {
    var reader = new AnswerReader(false);
    assertThat(reader.read(new InvokeResult.Faulted("E", "why"), BATCH))
        .isEqualTo(new BatchVerdict.Failure("why"));
    assertThat(reader.read(new InvokeResult.TimedOut(Duration.ofSeconds(3)), BATCH))
        .isEqualTo(new BatchVerdict.Failure("killed: out of time after 3 s"));
    assertThat(reader.read(new InvokeResult.Died(137), BATCH))
        .isEqualTo(new BatchVerdict.Failure("the function's process ended with status 137"));
  }
}

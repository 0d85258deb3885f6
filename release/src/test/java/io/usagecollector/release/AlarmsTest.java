package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
  private final Template template = Template.read(Checkout.ROOT.resolve("template.yaml"));

  private Map<String, Map<String, Object>> onOurMetrics() {
    return template.resources("AWS::CloudWatch::Alarm").entrySet().stream()
        .filter(alarm -> "UsageCollector".equals(alarm.getValue().get("Namespace")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The page is printed from the metrics. An alarm on any other name would never go off. */
  @Test
  void everyAlarmOnAMetricOfOursNamesOneThatIsEmitted() throws IOException {
    String page = Files.readString(Checkout.ROOT.resolve("docs/metrics.md"));
    Set<String> emitted =
        page.lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`", -1)[1])
            .collect(Collectors.toSet());
    assertThat(onOurMetrics()).isNotEmpty();
    assertThat(onOurMetrics())
        .allSatisfy((name, alarm) ->
            assertThat(emitted).as(name).contains(String.valueOf(alarm.get("MetricName"))));
  }

  /** It does not mend itself, and Kafka keeps records for a while only. */
  @ParameterizedTest
  @ValueSource(strings = {"CredentialsRefused", "CallsForbidden", "Misconfigured"})
  void whatAPersonMustMendIsAnAlarmWithinAMinute(String metric) {
    assertThat(template.resource(metric))
        .containsEntry("Namespace", "UsageCollector")
        .containsEntry("MetricName", metric)
        .containsEntry("Period", "60")
        .containsEntry("EvaluationPeriods", "1")
        .containsEntry("Threshold", "0");
  }
}

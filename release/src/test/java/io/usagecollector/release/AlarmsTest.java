package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /**
   * What each function calls itself in its metrics: its own {@code ServiceNameTest} holds it so.
   */
  private Set<String> services() {
    return template.resources("AWS::Serverless::Function").values().stream()
        .map(function ->
            Template.text(
                Template.in(function, "Environment", "Variables"), "POWERTOOLS_SERVICE_NAME"))
        .collect(Collectors.toSet());
  }

  private static String service(Map<String, Object> alarm) {
    Map<?, ?> dimension = (Map<?, ?>) ((List<?>) alarm.get("Dimensions")).getFirst();
    assertThat(dimension.get("Name")).isEqualTo("Service");
    return String.valueOf(dimension.get("Value"));
  }

  @Test
  void everyAlarmOnAMetricOfOursIsOfAFunctionThatEmitsIt() {
    assertThat(onOurMetrics())
        .allSatisfy((name, alarm) -> assertThat(services()).as(name).contains(service(alarm)));
  }

  /** A fault that one of them meets alone must be told all the same. */
  @Test
  void whatThePageCallsAnAlarmIsOneForEachFunctionThatDelivers() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String line : Files.readAllLines(Checkout.ROOT.resolve("docs/metrics.md"))) {
      if (line.contains("| *alarm:* ")) {
        told.add("forward " + line.split("`", -1)[1]);
        told.add("redeliver " + line.split("`", -1)[1]);
      }
    }
    told.addAll(List.of("forward Held", "redeliver Held", "archive DeadLettersArchived"));
    told.addAll(
        List.of(
            "ensure CredentialsRefused",
            "ensure Misconfigured",
            "ensure EnsureNeedsSetup",
            "sweep CustomersLeftOver"));
    Set<String> watched = new TreeSet<>();
    onOurMetrics()
        .values()
        .forEach(alarm -> watched.add(service(alarm) + " " + alarm.get("MetricName")));
    assertThat(watched).isEqualTo(told);
  }

  @Test
  void everyAlarmLeadsToAPlaceInTheRunbook() throws IOException {
    List<String> headings =
        Files.readAllLines(Checkout.ROOT.resolve("docs/runbook.md")).stream()
            .filter(line -> line.startsWith("### "))
            .toList();
    assertThat(template.resources("AWS::CloudWatch::Alarm"))
        .allSatisfy((name, alarm) -> {
          String text = Template.text(alarm, "AlarmDescription");
          assertThat(text).as(name).matches("[^()]+ \\(docs/runbook\\.md(: [^()]+)?\\)");
          String place =
              text.contains("runbook.md: ")
                  ? text.substring(text.indexOf(": ", text.indexOf("(")) + 2, text.length() - 1)
                  : text.substring(0, text.indexOf(" ("));
          assertThat(headings).as(name).anyMatch(heading -> heading.contains(place));
        });
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

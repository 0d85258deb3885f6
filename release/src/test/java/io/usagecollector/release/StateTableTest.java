package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.dynamodb.StateTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What instances share, as {@code template.yaml} has it. */
class StateTableTest {
  private final Template template = Template.read(Checkout.ROOT.resolve("template.yaml"));
  private final Map<String, Object> table = template.resource("StateTable");

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> all(Object list) {
    return (List<Map<String, Object>>) list;
  }

  private Map<String, Object> variables(String function) {
    return Template.in(template.resource(function), "Environment", "Variables");
  }

  @Test
  void itsKeyAndItsTimeToLiveAreThoseOfTheCode() {
    assertThat(table)
        .containsEntry(
            "AttributeDefinitions",
            List.of(
                Map.of("AttributeName", StateTable.KEY, "AttributeType", "S"),
                Map.of("AttributeName", StateTable.PENDING_OF, "AttributeType", "S"),
                Map.of("AttributeName", StateTable.PENDING_SINCE, "AttributeType", "N")))
        .containsEntry(
            "KeySchema", List.of(Map.of("AttributeName", StateTable.KEY, "KeyType", "HASH")))
        .containsEntry(
            "TimeToLiveSpecification",
            Map.of("AttributeName", StateTable.EXPIRES, "Enabled", "true"))
        .containsEntry("BillingMode", "PAY_PER_REQUEST");
  }

  /** The sweep finds them by it: whoever has its attributes is not ready yet. */
  @Test
  void customersThatAreNotReadyAreFoundByAnIndexOfThemAlone() {
    assertThat(table)
        .containsEntry(
            "GlobalSecondaryIndexes",
            List.of(
                Map.of(
                    "IndexName",
                    StateTable.PENDING,
                    "KeySchema",
                    List.of(
                        Map.of("AttributeName", StateTable.PENDING_OF, "KeyType", "HASH"),
                        Map.of("AttributeName", StateTable.PENDING_SINCE, "KeyType", "RANGE")),
                    "Projection",
                    Map.of("ProjectionType", "KEYS_ONLY"))));
  }

  @Test
  void itIsEncryptedCanBeRestoredAndOutlivesTheStack() {
    assertThat(table)
        .containsEntry("SSESpecification", Map.of("SSEEnabled", "true"))
        .containsEntry(
            "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", "true"))
        .containsEntry("DeletionProtectionEnabled", "true");
    assertThat(template.whole("StateTable"))
        .containsEntry("DeletionPolicy", "Retain")
        .containsEntry("UpdateReplacePolicy", "Retain");
  }

  /** The adapters read items and write one under a condition: they need no more. */
  @ParameterizedTest
  @ValueSource(strings = {"ForwardFunction", "RedeliverFunction", "EnsureFunction"})
  void eachFunctionReadsAndUpdatesItsItemsAndNothingElse(String function) {
    List<Map<String, Object>> ofTables =
        all(template.resource(function).get("Policies")).stream()
            .flatMap(policy -> all(policy.get("Statement")).stream())
            .filter(statement -> statement.get("Action").toString().contains("dynamodb:"))
            .toList();
    assertThat(ofTables)
        .singleElement()
        .satisfies(statement ->
            assertThat(statement)
                .containsEntry("Effect", "Allow")
                .containsEntry(
                    "Action",
                    List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:UpdateItem"))
                .containsEntry("Resource", Map.of("!GetAtt", "StateTable.Arn")));
  }

  /** None is no limit: a blank variable is not set. */
  @ParameterizedTest
  @ValueSource(strings = {"ForwardFunction", "RedeliverFunction"})
  void eachFunctionIsToldOfItAndOfTheLimitIfThereIsOne(String function) {
    Map<String, Object> variables = variables(function);
    assertThat(variables).containsEntry("STATE_TABLE", Map.of("!Ref", "StateTable"));
    assertThat(Template.list(variables.get("REQUESTS_PER_MINUTE"), "!If"))
        .isEqualTo(List.of("HasRequestsPerMinute", Map.of("!Ref", "RequestsPerMinute"), ""));
    assertThat(template.parameter("RequestsPerMinute")).containsEntry("Default", "0");
  }

  /** What is held in the retry queue stays there: it is deferred already. */
  @Test
  void theTopicsFunctionAloneIsToldWhatToDoInAnOutage() {
    assertThat(variables("ForwardFunction")).containsEntry("OUTAGE", Map.of("!Ref", "OutageMode"));
    assertThat(variables("RedeliverFunction")).doesNotContainKey("OUTAGE");
  }

  @Test
  void aCircuitThatStaysOpenIsAnAlarm() {
    assertThat(template.resource("CircuitOpen"))
        .containsEntry("Namespace", "UsageCollector")
        .containsEntry("MetricName", "CircuitOpen")
        .containsEntry("Period", "60")
        .containsEntry("EvaluationPeriods", "3")
        .containsEntry("ComparisonOperator", "GreaterThanThreshold")
        .containsEntry("Threshold", "0");
  }
}

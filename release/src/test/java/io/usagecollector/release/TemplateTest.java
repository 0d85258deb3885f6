package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.sqs.Sqs;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What neither {@code sam validate} nor cfn-lint sees in {@code template.yaml}. */
class TemplateTest {
  /** What Lambda takes from a Kafka mapping in provisioned mode only. */
  private static final List<String> PROVISIONED_ONLY =
      List.of(
          "FunctionResponseTypes",
          "BisectBatchOnFunctionError",
          "MaximumRetryAttempts",
          "MaximumRecordAgeInSeconds",
          "ProvisionedPollerConfig",
          "LoggingConfig");

  private final Template template = Template.read(Checkout.ROOT.resolve("template.yaml"));

  @Test
  void everyHandlerIsAClassOfItsModule() {
    assertThat(template.resources("AWS::Serverless::Function")).isNotEmpty();
    template
        .resources("AWS::Serverless::Function")
        .forEach((name, function) -> {
          String zip = Template.text(function, "CodeUri");
          String type = Template.text(function, "Handler").split("::")[0];
          String classes = zip.replaceAll("target/[^/]+\\.zip$", "target/classes/");
          assertThat(Checkout.ROOT.resolve(classes + type.replace('.', '/') + ".class"))
              .as("%s of %s", type, name)
              .exists();
        });
  }

  @Test
  void everyModuleThatAZipIsOfIsThere() {
    Set<String> zips =
        template.resources("AWS::Serverless::LayerVersion").values().stream()
            .map(layer -> Template.text(layer, "ContentUri"))
            .collect(Collectors.toSet());
    assertThat(zips)
        .containsExactlyInAnyOrder(
            "layers/collector/target/collector.zip",
            "layers/libraries/target/libraries.zip",
            "layers/pipeline/target/pipeline.zip")
        .allSatisfy(zip ->
            assertThat(Checkout.ROOT.resolve(zip).getParent().resolveSibling("pom.xml"))
                .matches(Files::exists));
  }

  @Test
  void whatOnlyTheProvisionedModeHasHangsOnItsCondition() {
    Map<String, Object> mapping = template.resource("ForwardTrigger");
    for (String property : PROVISIONED_ONLY) {
      if (mapping.containsKey(property)) {
        List<?> choice = Template.list(mapping.get(property), "!If");
        assertThat(choice.getFirst()).as(property).isEqualTo("PartialResponses");
        assertThat(choice.getLast()).as(property).isEqualTo(Map.of("!Ref", "AWS::NoValue"));
      }
    }
    assertThat(mapping).containsKeys("FunctionResponseTypes", "ProvisionedPollerConfig");
  }

  @Test
  void theMappingHasNothingThatIsForOtherSources() {
    assertThat(template.resource("ForwardTrigger"))
        .doesNotContainKeys(
            "ParallelizationFactor",
            "TumblingWindowInSeconds",
            "DestinationConfig",
            "ScalingConfig");
  }

  @Test
  void theMappingIsThereOnlyWithAClusterAndAfterItsPolicy() {
    Map<String, Object> mapping = template.whole("ForwardTrigger");
    assertThat(mapping).containsEntry("Condition", "HasTrigger");
    assertThat(mapping).containsEntry("DependsOn", "TriggerPolicy");
    assertThat(template.whole("TriggerPolicy")).containsEntry("Condition", "HasTrigger");
  }

  @Test
  void noBatchIsEverDiscardedByTheTrigger() {
    Map<String, Object> mapping = template.resource("ForwardTrigger");
    assertThat(Template.list(mapping.get("MaximumRetryAttempts"), "!If").get(1)).isEqualTo("-1");
    assertThat(mapping).doesNotContainKey("MaximumRecordAgeInSeconds");
  }

  @Test
  void deadLettersLastFourteenDaysEncryptedAsLongAsTheyAreMadeAndOutliveTheStack() {
    Map<String, Object> queue = template.resource("DeadLetterQueue");
    assertThat(queue)
        .containsEntry("MessageRetentionPeriod", Integer.toString(14 * 24 * 3600))
        .containsEntry("SqsManagedSseEnabled", "true")
        .containsEntry("MaximumMessageSize", Integer.toString(Sqs.LONGEST));
    assertThat(template.whole("DeadLetterQueue")).containsEntry("DeletionPolicy", "Retain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ForwardFunction", "RedeliverFunction", "EnsureFunction", "SweepFunction"})
  void aSnapshotNeedsAVersionOnEveryChange(String name) {
    Map<String, Object> function = template.resource(name);
    assertThat(function)
        .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
        .containsEntry("AutoPublishAlias", "live")
        .containsEntry("AutoPublishAliasAllProperties", "true")
        .doesNotContainKey("EphemeralStorage");
  }

  @Test
  void noSecretIsAParameter() {
    assertThat(template.parameters())
        .noneMatch(name -> name.matches("(?i).*(key|secret|password)$"));
  }

  @Test
  void noInvocationOutlivesTheTimeThatItsMessagesAreOutOfSight() {
    int timeout = number(template.resource("RedeliverFunction"), "Timeout");
    int window = number(template.resource("RedeliverTrigger"), "MaximumBatchingWindowInSeconds");
    assertThat(number(template.resource("RetryQueue"), "VisibilityTimeout"))
        .isGreaterThanOrEqualTo(6 * timeout + window);
  }

  @Test
  void retriesLiveAsDeadLettersDoAndEndThereWhenTheyEndTheProcess() {
    Map<String, Object> queue = template.resource("RetryQueue");
    assertThat(queue)
        .containsEntry("MessageRetentionPeriod", Integer.toString(14 * 24 * 3600))
        .containsEntry("SqsManagedSseEnabled", "true")
        .containsEntry("MaximumMessageSize", Integer.toString(Sqs.LONGEST))
        .containsEntry(
            "RedrivePolicy",
            Map.of(
                "deadLetterTargetArn",
                Map.of("!GetAtt", "DeadLetterQueue.Arn"),
                "maxReceiveCount",
                "1000"));
    assertThat(template.whole("RetryQueue")).containsEntry("DeletionPolicy", "Retain");
  }

  @Test
  void whatStaysInTheRetryQueueIsListedToATriggerThatReadsIt() {
    assertThat(template.resource("RedeliverTrigger"))
        .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
        .containsEntry("EventSourceArn", Map.of("!GetAtt", "RetryQueue.Arn"))
        .containsEntry(
            "ScalingConfig", Map.of("MaximumConcurrency", Map.of("!Ref", "RedeliverConcurrency")))
        .doesNotContainKeys("FilterCriteria", "MaximumRetryAttempts", "DestinationConfig");
  }

  /** A batch of more than ten messages needs time to come together. */
  @Test
  void aFullBatchIsWaitedForASecondAtLeast() {
    Map<String, Object> mapping = template.resource("RedeliverTrigger");
    assertThat(number(mapping, "BatchSize")).isBetween(11, 10_000);
    assertThat(number(mapping, "MaximumBatchingWindowInSeconds")).isBetween(1, 300);
  }

  /** Else Lambda ends the loop of attempts after some sixteen rounds. */
  @Test
  void theFunctionMaySendToTheQueueThatItIsCalledFor() {
    assertThat(template.resource("RedeliverFunction")).containsEntry("RecursiveLoop", "Allow");
  }

  @Test
  void aFunctionMayDoWhatItDoesToItsQueuesAndNoMore() {
    assertThat(queueActions("ForwardFunction"))
        .isEqualTo(Map.of("sqs:SendMessage", Set.of("RetryQueue.Arn", "DeadLetterQueue.Arn")));
    assertThat(queueActions("RedeliverFunction"))
        .isEqualTo(
            Map.of(
                "sqs:SendMessage", Set.of("RetryQueue.Arn", "DeadLetterQueue.Arn"),
                "sqs:ReceiveMessage", Set.of("RetryQueue.Arn"),
                "sqs:DeleteMessage", Set.of("RetryQueue.Arn"),
                "sqs:GetQueueAttributes", Set.of("RetryQueue.Arn"),
                "sqs:ChangeMessageVisibility", Set.of("RetryQueue.Arn")));
    assertThat(queueActions("ArchiveFunction"))
        .isEqualTo(
            Map.of(
                "sqs:ReceiveMessage", Set.of("DeadLetterQueue.Arn"),
                "sqs:DeleteMessage", Set.of("DeadLetterQueue.Arn"),
                "sqs:ChangeMessageVisibility", Set.of("DeadLetterQueue.Arn")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DeadLetterQueue", "RetryQueue"})
  void aQueueIsSpokenToThroughTlsAlone(String queue) {
    Map<String, Object> policy = template.resource(queue + "Policy");
    assertThat(policy.get("Queues")).isEqualTo(List.of(Map.of("!Ref", queue)));
    assertThat(Template.in(policy, "PolicyDocument").get("Statement"))
        .isEqualTo(
            List.of(
                Map.of(
                    "Sid", "TlsOnly",
                    "Effect", "Deny",
                    "Principal", "*",
                    "Action", "sqs:*",
                    "Resource", Map.of("!GetAtt", queue + ".Arn"),
                    "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false")))));
  }

  /** What a function's role allows on queues: each action, and where. */
  private Map<String, Set<String>> queueActions(String function) {
    Map<String, Set<String>> allowed = new TreeMap<>();
    for (Object policy : (List<?>) template.resource(function).get("Policies")) {
      for (Object statement : (List<?>) ((Map<?, ?>) policy).get("Statement")) {
        Map<?, ?> told = (Map<?, ?>) statement;
        for (Object action : listed(told.get("Action"))) {
          if (action.toString().startsWith("sqs:")) {
            Set<String> where = allowed.computeIfAbsent(action.toString(), any -> new TreeSet<>());
            listed(told.get("Resource"))
                .forEach(arn -> where.add(String.valueOf(((Map<?, ?>) arn).get("!GetAtt"))));
          }
        }
      }
    }
    return allowed;
  }

  private static List<?> listed(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static int number(Map<String, Object> properties, String name) {
    return Integer.parseInt(Template.text(properties, name));
  }
}

package io.usagecollector.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.sqs.Sqs;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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

  @Test
  void aSnapshotNeedsAVersionOnEveryChange() {
    Map<String, Object> function = template.resource("ForwardFunction");
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
}

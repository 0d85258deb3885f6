package io.usagecollector.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.release.sam.Deployment;
import io.usagecollector.release.sam.SamTranslator;
import io.usagecollector.release.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What a deploy changes is what the alias runs after it. Each input is changed alone, the template
 * transformed as CloudFormation does it, and the alias's version compared with the one before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {
  /** The parameters that the function is made with. */
  static final Set<String> THE_FUNCTIONS_OWN =
      Set.of(
          "Architecture",
          "FlexpriceApiHost",
          "FlexpriceApiKeySecretArn",
          "FlexpriceEnvironmentId",
          "MemoryMegabytes",
          "QuantityProperties",
          "StreamId",
          "TimeoutSeconds");

  private static final int LONGEST_DESCRIPTION = 256;

  private final Deployment before = Repository.deployment();
  private final Map<String, Deployment> ofZips = new LinkedHashMap<>();
  private final Map<String, Deployment> ofParameters = new LinkedHashMap<>();
  private final Map<String, Deployment> ofTheTemplate = new LinkedHashMap<>();
  private final Map<String, ForwardStack> stacks = new LinkedHashMap<>();

  @BeforeAll
  void transform() {
    before
        .artifacts()
        .keySet()
        .forEach(zip -> ofZips.put(zip, before.withArtifact(zip, "other bytes".getBytes(UTF_8))));
    Parameters.other(Repository.template(), before.parameters())
        .forEach((name, value) -> ofParameters.put(name, before.with(name, value)));
    ofTheTemplate.put(
        "a variable more", written("        Variables:\n", "        Variables:\n          A: b\n"));
    ofTheTemplate.put("no snapshot", written("ApplyOn: PublishedVersions", "ApplyOn: None"));
    ofTheTemplate.put(
        "another handler", written("ForwardHandler::handleRequest", "Other::handleRequest"));

    Map<String, Deployment> all = new LinkedHashMap<>();
    all.put("before", before);
    all.put("again", before);
    all.put("longest", Parameters.longest(Repository.template(), before));
    all.putAll(ofZips);
    all.putAll(ofParameters);
    all.putAll(ofTheTemplate);
    List<JsonNode> templates = SamTranslator.transform(List.copyOf(all.values()));
    int i = 0;
    for (Map.Entry<String, Deployment> entry : all.entrySet()) {
      Stack stack = Stack.of(templates.get(i++), entry.getValue().parameters());
      stacks.put(entry.getKey(), new ForwardStack(stack));
    }
  }

  @TestFactory
  List<DynamicTest> anotherZipIsAnotherVersion() {
    assertThat(ofZips).hasSize(4);
    return anotherVersion(ofZips.keySet());
  }

  @TestFactory
  List<DynamicTest> anotherTextOfTheTemplateIsAnotherVersion() {
    return anotherVersion(ofTheTemplate.keySet());
  }

  @TestFactory
  List<DynamicTest> anotherParameterThatTheFunctionIsMadeWithIsAnotherVersion() {
    return anotherVersion(THE_FUNCTIONS_OWN);
  }

  /** A description that changes alone has Lambda refuse to publish the same function twice. */
  @Test
  void aVersionIsPublishedWhenTheFunctionChangesAndAtNoOtherTime() {
    Set<String> another = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    for (String parameter : ofParameters.keySet()) {
      if (!versions(parameter).equals(versions("before"))) {
        another.add(parameter);
      }
      if (!stacks.get(parameter).function().equals(stacks.get("before").function())) {
        changed.add(parameter);
      }
    }
    assertThat(changed).isEqualTo(new TreeSet<>(THE_FUNCTIONS_OWN));
    assertThat(another).isEqualTo(changed);
  }

  @Test
  void theSameAgainIsTheSameVersion() {
    assertThat(versions("again")).isEqualTo(versions("before"));
  }

  @Test
  void bothAliasesRunTheSameVersion() {
    ForwardStack stack = stacks.get("before");
    assertThat(stack.aliases()).hasSize(2);
    assertThat(Set.copyOf(versions("before"))).hasSize(1);
  }

  @Test
  void theLongestParametersFitIntoTheDescriptions() {
    Stack stack = stacks.get("longest").stack();
    List<String> described = new ArrayList<>(stack.ofType("AWS::Lambda::LayerVersion"));
    described.addAll(stack.ofType("AWS::Lambda::Version"));
    assertThat(described)
        .isNotEmpty()
        .allSatisfy(id ->
            assertThat((String) stack.properties(id).get("Description"))
                .hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION));
  }

  private List<DynamicTest> anotherVersion(Set<String> changes) {
    return changes.stream()
        .sorted()
        .map(change ->
            DynamicTest.dynamicTest(
                change,
                () -> assertThat(versions(change)).doesNotContainAnyElementsOf(versions("before"))))
        .toList();
  }

  private List<String> versions(String change) {
    ForwardStack stack = stacks.get(change);
    return stack.aliases().stream().map(stack::version).toList();
  }

  private Deployment written(String text, String other) {
    assertThat(before.template()).contains(text);
    return before.withTemplate(before.template().replace(text, other));
  }
}

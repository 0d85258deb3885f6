package io.usagecollector.release;

import static io.usagecollector.release.FunctionStack.ENSURE;
import static io.usagecollector.release.FunctionStack.FORWARD;
import static io.usagecollector.release.FunctionStack.REDELIVER;
import static io.usagecollector.release.FunctionStack.SWEEP;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a deploy changes is what the alias runs after it. Each input is changed alone, the template
 * transformed as CloudFormation does it, and the alias's version compared with the one before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseTest {
  private static final List<String> FUNCTIONS = List.of(FORWARD, REDELIVER, ENSURE, SWEEP);

  private static final Set<String> OF_EVERY_FUNCTION =
      Set.of(
          "Architecture",
          "Ensure",
          "EnsureBillingPeriod",
          "EnsureCurrency",
          "EnsurePlan",
          "FlexpriceApiHost",
          "FlexpriceApiKeySecretArn",
          "FlexpriceEnvironmentId",
          "MemoryMegabytes",
          "OwnerPrefixMode",
          "ProvisioningKeySecretArn");

  /** The parameters that each function is made with. */
  private static final Map<String, Set<String>> OWN =
      Map.of(
          FORWARD,
          and(
              "OutageMode",
              "QuantityProperties",
              "RequestsPerMinute",
              "StreamId",
              "TimeoutSeconds"),
          REDELIVER,
          and("QuantityProperties", "RequestsPerMinute"),
          ENSURE,
          OF_EVERY_FUNCTION,
          SWEEP,
          OF_EVERY_FUNCTION);

  /** The parameters that some function is made with. */
  static final Set<String> THE_FUNCTIONS_OWN =
      OWN.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST_DESCRIPTION = 256;

  private final Deployment before = Repository.deployment();
  private final Map<String, Deployment> ofZips = new LinkedHashMap<>();
  private final Map<String, Deployment> ofParameters = new LinkedHashMap<>();
  private final Map<String, Deployment> ofTheTemplate = new LinkedHashMap<>();
  private final Map<String, Stack> stacks = new LinkedHashMap<>();

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
    ofTheTemplate.put("another handler", written("Handler::handleRequest", "Other::handleRequest"));

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
      stacks.put(entry.getKey(), Stack.of(templates.get(i++), entry.getValue().parameters()));
    }
  }

  @TestFactory
  List<DynamicTest> anotherZipIsAnotherVersionOfThoseThatCarryIt() {
    assertThat(ofZips).hasSize(7);
    List<DynamicTest> tests = new ArrayList<>();
    tests.addAll(anotherVersion(FORWARD, carriedBy("forward")));
    tests.addAll(anotherVersion(REDELIVER, carriedBy("redeliver")));
    tests.addAll(anotherVersion(ENSURE, carriedBy("ensure")));
    tests.addAll(anotherVersion(SWEEP, carriedBy("ensure")));
    return tests;
  }

  @TestFactory
  List<DynamicTest> anotherTextOfTheTemplateIsAnotherVersion() {
    return FUNCTIONS.stream()
        .flatMap(function -> anotherVersion(function, ofTheTemplate.keySet()).stream())
        .toList();
  }

  @TestFactory
  List<DynamicTest> anotherParameterThatAFunctionIsMadeWithIsAnotherVersionOfIt() {
    return FUNCTIONS.stream()
        .flatMap(function -> anotherVersion(function, OWN.get(function)).stream())
        .toList();
  }

  /** A description that changes alone has Lambda refuse to publish the same function twice. */
  @ParameterizedTest
  @ValueSource(strings = {FORWARD, REDELIVER, ENSURE, SWEEP})
  void aVersionIsPublishedWhenTheFunctionChangesAndAtNoOtherTime(String function) {
    Set<String> another = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    FunctionStack before = of("before", function);
    for (String parameter : ofParameters.keySet()) {
      if (!versions(parameter, function).equals(versions("before", function))) {
        another.add(parameter);
      }
      if (!of(parameter, function).function().equals(before.function())) {
        changed.add(parameter);
      }
    }
    assertThat(changed).isEqualTo(new TreeSet<>(OWN.get(function)));
    assertThat(another).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {FORWARD, REDELIVER, ENSURE, SWEEP})
  void theSameAgainIsTheSameVersion(String function) {
    assertThat(versions("again", function)).isEqualTo(versions("before", function));
  }

  @Test
  void bothAliasesOfForwardRunTheSameVersion() {
    assertThat(of("before", FORWARD).aliases()).hasSize(2);
    assertThat(Set.copyOf(versions("before", FORWARD))).hasSize(1);
  }

  @Test
  void theTriggerOfTheRetryQueueInvokesTheAliasAndReadsLists() {
    FunctionStack redeliver = of("before", REDELIVER);
    assertThat(redeliver.aliases()).containsExactly(redeliver.trigger());
    assertThat(redeliver.readsLists()).isTrue();
  }

  @Test
  void theLongestParametersFitIntoTheDescriptions() {
    Stack stack = stacks.get("longest");
    List<String> described = new ArrayList<>(stack.ofType("AWS::Lambda::LayerVersion"));
    described.addAll(stack.ofType("AWS::Lambda::Version"));
    assertThat(described)
        .isNotEmpty()
        .allSatisfy(id ->
            assertThat((String) stack.properties(id).get("Description"))
                .hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION));
  }

  /** Every layer, and of the functions' zips its own. */
  private Set<String> carriedBy(String module) {
    return ofZips.keySet().stream()
        .filter(zip -> !zip.startsWith("functions/") || zip.startsWith("functions/" + module))
        .collect(Collectors.toSet());
  }

  private List<DynamicTest> anotherVersion(String function, Set<String> changes) {
    return changes.stream()
        .sorted()
        .map(change ->
            DynamicTest.dynamicTest(
                function + ": " + change,
                () ->
                    assertThat(versions(change, function))
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(versions("before", function))))
        .toList();
  }

  private FunctionStack of(String change, String function) {
    return new FunctionStack(stacks.get(change), function);
  }

  private List<String> versions(String change, String function) {
    FunctionStack stack = of(change, function);
    return stack.aliases().stream().map(stack::version).toList();
  }

  private static Set<String> and(String... more) {
    Set<String> all = new TreeSet<>(OF_EVERY_FUNCTION);
    all.addAll(List.of(more));
    return all;
  }

  private Deployment written(String text, String other) {
    assertThat(before.template()).contains(text);
    return before.withTemplate(before.template().replace(text, other));
  }
}

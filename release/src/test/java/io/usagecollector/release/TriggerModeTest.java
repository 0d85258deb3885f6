package io.usagecollector.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.forward.PartialResponses;
import io.usagecollector.release.sam.Deployment;
import io.usagecollector.release.sam.SamTranslator;
import io.usagecollector.release.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A list of held records that nobody reads is lost. CloudFormation changes a stack's resources in
 * an order of its own, back in another one when something fails, and what runs meanwhile sees any
 * mix of old and new: so every mix is looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriggerModeTest {
  private static final String ON_DEMAND = "on-demand";
  private static final String PROVISIONED = "provisioned";

  /** An update on its way: each alias is old or new, and so is the trigger. */
  private record Moment(
      Map<String, String> versions,
      Map<String, PartialResponses> published,
      FunctionStack trigger,
      String told) {

    /**
     * Whether a list would be given that is not read. An alias that is not there yet gives none.
     */
    boolean losesRecords() {
      String alias = trigger.trigger();
      return versions.containsKey(alias)
          && published.get(versions.get(alias)).areReadBy(alias)
          && !trigger.readsLists();
    }
  }

  private final Map<String, Deployment> deployments = new HashMap<>();
  private final Map<String, FunctionStack> stacks = new HashMap<>();

  @BeforeAll
  void transform() {
    Deployment first = Repository.deployment();
    String code = "functions/forward/target/forward.zip";
    for (String mode : List.of(ON_DEMAND, PROVISIONED)) {
      Deployment same = first.with("TriggerMode", mode);
      deployments.put(mode, same);
      deployments.put(mode + ", other code", same.withArtifact(code, "other".getBytes(UTF_8)));
      deployments.put(mode + ", other memory", same.with("MemoryMegabytes", "3008"));
    }
    List<String> names = List.copyOf(deployments.keySet());
    List<JsonNode> templates =
        SamTranslator.transform(names.stream().map(deployments::get).toList());
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> parameters = deployments.get(names.get(i)).parameters();
      stacks.put(names.get(i), forward(Stack.of(templates.get(i), parameters)));
    }
  }

  private static FunctionStack forward(Stack stack) {
    return new FunctionStack(stack, FunctionStack.FORWARD);
  }

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({
    "on-demand, provisioned",
    "on-demand, 'provisioned, other code'",
    "on-demand, 'provisioned, other memory'",
    "on-demand, 'on-demand, other code'",
    "provisioned, on-demand",
    "provisioned, 'on-demand, other code'",
    "provisioned, 'on-demand, other memory'",
    "provisioned, 'provisioned, other code'",
  })
  void noMomentOfAnUpdateOrOfItsWayBackLosesRecords(String from, String to) {
    List<Moment> moments = moments(stacks.get(from), stacks.get(to));
    assertThat(moments).hasSizeGreaterThanOrEqualTo(4);
    assertThat(moments.stream().filter(Moment::losesRecords).map(Moment::told)).isEmpty();
  }

  @Test
  void whereListsAreReadTheyAreGiven() {
    FunctionStack provisioned = stacks.get(PROVISIONED);
    assertThat(provisioned.readsLists()).isTrue();
    assertThat(provisioned.partialResponses().areReadBy(provisioned.trigger())).isTrue();
  }

  @Test
  void whereTheyAreNotAHeldRecordFailsItsBatch() {
    FunctionStack onDemand = stacks.get(ON_DEMAND);
    assertThat(onDemand.readsLists()).isFalse();
    assertThat(onDemand.partialResponses().areReadBy(onDemand.trigger())).isFalse();
  }

  private static List<Moment> moments(FunctionStack old, FunctionStack changed) {
    Map<String, PartialResponses> published = new HashMap<>();
    // A version that is there already is not published again, and stays what it was.
    old.aliases().forEach(alias -> published.put(old.version(alias), old.partialResponses()));
    changed
        .aliases()
        .forEach(
            alias -> published.putIfAbsent(changed.version(alias), changed.partialResponses()));
    Set<String> names = new LinkedHashSet<>(old.aliases());
    names.addAll(changed.aliases());
    List<String> aliases = List.copyOf(names);
    List<Moment> moments = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << aliases.size(); chosen++) {
      Map<String, String> versions = new HashMap<>();
      for (int i = 0; i < aliases.size(); i++) {
        FunctionStack owner = (chosen >> i & 1) == 0 ? old : changed;
        if (owner.aliases().contains(aliases.get(i))) {
          versions.put(aliases.get(i), owner.version(aliases.get(i)));
        }
      }
      String told = "aliases " + versions + ", trigger ";
      moments.add(new Moment(versions, published, old, told + "old"));
      moments.add(new Moment(versions, published, changed, told + "new"));
    }
    return moments;
  }
}

package io.usagecollector.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the local system's rooms, one rule a sentence. */
class ArchitectureTest {
  private static final String KAFKA = "..local.kafka..";
  private static final String SQS = "..local.sqs..";
  private static final String DYNAMODB = "..local.dynamodb..";
  private static final String LAMBDA = "..local.lambda..";
  private static final String TRIGGER = "..local.trigger..";
  private static final String POLLER = "..local.poller..";
  private static final String CHAOS = "..local.chaos..";
  private static final String HTTP = "..local.http..";
  private static final String MONITOR = "..local.monitor..";
  private static final String BILLING = "..local.billing..";
  private static final String CENSUS = "..local.census..";
  private static final String STATEMENT = "..local.statement..";
  private static final String LIVE = "..local.live..";
  private static final String SYSTEM = "..local.system..";
  private static final String RUN = "..local.run..";

  private static final List<String> ROOMS =
      List.of(
          KAFKA, SQS, DYNAMODB, LAMBDA, TRIGGER, POLLER, CHAOS, HTTP, MONITOR, BILLING, CENSUS,
          STATEMENT, LIVE, SYSTEM, RUN);

  private static final JavaClasses LOCAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.local");

  private static void holds(ArchRule rule) {
    rule.check(LOCAL);
  }

  private static void isUnknownTo(String room, String... others) {
    holds(
        noClasses()
            .that()
            .resideInAPackage(room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  private static void knowsOf(String room, String... others) {
    Set<String> known = Set.of(others);
    isUnknownTo(
        room,
        ROOMS.stream()
            .filter(other -> !other.equals(room) && !known.contains(other))
            .toArray(String[]::new));
  }

  @Test
  void aPartKnowsNoOtherPart() {
    List.of(KAFKA, SQS, DYNAMODB, LAMBDA, BILLING, LIVE, MONITOR)
        .forEach(ArchitectureTest::knowsOf);
  }

  @Test
  void aBillingServicesRoomKnowsNoOthersAndIsKnownToTheSystemAlone() {
    isUnknownTo("..billing.flexprice..", "..billing.openmeter..", "..testkit.openmeter..");
    isUnknownTo("..billing.openmeter..", "..billing.flexprice..", "..testkit.flexprice..");
    List.of("..local.billing", CENSUS, STATEMENT, RUN)
        .forEach(room -> isUnknownTo(room, "..billing.flexprice..", "..billing.openmeter.."));
  }

  @Test
  void theTriggerStandsBetweenKafkaAndTheFunctionAlone() {
    knowsOf(TRIGGER, KAFKA, LAMBDA);
  }

  @Test
  void thePollerStandsBetweenSqsAndTheFunctionAlone() {
    knowsOf(POLLER, SQS, LAMBDA);
  }

  @Test
  void theHttpApiStandsBeforeTheFunctionAndKnowsNothingOfIt() {
    knowsOf(HTTP, LAMBDA);
  }

  @Test
  void chaosIsWhatIsAroundTheFunctionsAndNothingOfThem() {
    knowsOf(CHAOS, TRIGGER, POLLER);
  }

  @Test
  void whatShouldBeBilledIsToldWithoutWhatTheFunctionDid() {
    knowsOf(CENSUS, KAFKA, TRIGGER, BILLING);
  }

  @Test
  void theStatementIsMadeOfNothingThatTheFunctionSays() {
    knowsOf(STATEMENT, KAFKA, TRIGGER, BILLING, CENSUS);
  }

  @Test
  void theSystemKnowsNoCommandLine() {
    isUnknownTo(SYSTEM, RUN, "picocli..");
  }

  @Test
  void noArrowsBetweenRoomsMakeACircle() {
    holds(slices().matching("io.usagecollector.(**)").should().beFreeOfCycles());
  }

  /** What is deployed comes out of the zips: a class of it here would hide what they lack. */
  @Test
  void nothingHereKnowsWhatOnlyTheFunctionCarries() {
    isUnknownTo(
        "..local..",
        "io.usagecollector.forward..",
        "io.usagecollector.ensure..",
        "io.usagecollector.aws..");
  }

  /**
   * A read that blocks in the system keeps a virtual thread's carrier, and there are as many of
   * those as processors: with two children, two pipes once took both, and nothing ran any more. A
   * function's own threads are in its own process, and read no pipes.
   */
  @Test
  void nothingHereRunsOnAVirtualThread() {
    holds(
        noClasses()
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "makes virtual threads",
                    call ->
                        call.getTarget()
                            .getName()
                            .matches(
                                "ofVirtual|startVirtualThread|newVirtualThreadPerTaskExecutor"))));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(LOCAL)
        .allSatisfy(type ->
            assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                .as(type.getPackageName())
                .isTrue());
  }
}

package io.usagecollector.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
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
  private static final String BILLING = "..local.billing..";
  private static final String CENSUS = "..local.census..";
  private static final String STATEMENT = "..local.statement..";
  private static final String LIVE = "..local.live..";
  private static final String SYSTEM = "..local.system..";
  private static final String RUN = "..local.run..";

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

  @Test
  void aPartKnowsNoOtherPart() {
    isUnknownTo(
        KAFKA, DYNAMODB, POLLER, SQS, LAMBDA, TRIGGER, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM,
        RUN);
    isUnknownTo(
        SQS, DYNAMODB, POLLER, KAFKA, LAMBDA, TRIGGER, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM,
        RUN);
    isUnknownTo(
        DYNAMODB, POLLER, KAFKA, SQS, LAMBDA, TRIGGER, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM,
        RUN);
    isUnknownTo(
        LAMBDA, DYNAMODB, POLLER, KAFKA, SQS, TRIGGER, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM,
        RUN);
    isUnknownTo(
        BILLING, DYNAMODB, POLLER, KAFKA, SQS, LAMBDA, TRIGGER, CENSUS, STATEMENT, LIVE, SYSTEM,
        RUN);
    isUnknownTo(
        LIVE, DYNAMODB, POLLER, KAFKA, SQS, LAMBDA, TRIGGER, BILLING, CENSUS, STATEMENT, SYSTEM,
        RUN);
  }

  @Test
  void theTriggerStandsBetweenKafkaAndTheFunctionAlone() {
    isUnknownTo(TRIGGER, DYNAMODB, POLLER, SQS, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM, RUN);
  }

  @Test
  void thePollerStandsBetweenSqsAndTheFunctionAlone() {
    isUnknownTo(POLLER, DYNAMODB, KAFKA, TRIGGER, BILLING, CENSUS, STATEMENT, LIVE, SYSTEM, RUN);
  }

  @Test
  void whatShouldBeBilledIsToldWithoutWhatTheFunctionDid() {
    isUnknownTo(CENSUS, DYNAMODB, POLLER, LAMBDA, LIVE, SQS, STATEMENT, SYSTEM, RUN);
  }

  @Test
  void theStatementIsMadeOfNothingThatTheFunctionSays() {
    isUnknownTo(STATEMENT, DYNAMODB, POLLER, LAMBDA, LIVE, SYSTEM, RUN);
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
    isUnknownTo("..local..", "io.usagecollector.forward..", "io.usagecollector.aws..");
  }

  /**
   * A read that blocks in the system keeps a virtual thread's carrier, and there are as many of
   * those as processors: with two children, two pipes once took both, and nothing ran any more.
   */
  @Test
  void nothingRunsOnAVirtualThread() {
    JavaClasses ours =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.usagecollector");
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "makes virtual threads",
                call ->
                    call.getTarget()
                        .getName()
                        .matches("ofVirtual|startVirtualThread|newVirtualThreadPerTaskExecutor")))
        .check(ours);
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

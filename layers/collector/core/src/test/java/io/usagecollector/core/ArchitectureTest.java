package io.usagecollector.core;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between core's rooms, one rule a sentence. */
class ArchitectureTest {
  private static final String EVENT = "..core.event..";
  private static final String PIPELINE = "..core.pipeline..";
  private static final String DELIVERY = "..core.delivery..";
  private static final String SINK = "..core.sink..";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.core");

  private static void holds(ArchRule rule) {
    rule.check(CORE);
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
  void theEventKnowsNothingOfPipelineDeliveryAndSink() {
    isUnknownTo(EVENT, PIPELINE, DELIVERY, SINK);
  }

  @Test
  void theEventKnowsNothingOfTheLanguage() {
    isUnknownTo(EVENT, "io.usagecollector.bloblang..");
  }

  @Test
  void ofTheLanguageTheSinkKnowsOnlyItsValues() {
    isUnknownTo(SINK, "io.usagecollector.bloblang");
  }

  @Test
  void thePipelineKnowsNothingOfDeliveryAndSink() {
    isUnknownTo(PIPELINE, DELIVERY, SINK);
  }

  @Test
  void theSinkKnowsNothingOfPipelineAndDelivery() {
    isUnknownTo(SINK, PIPELINE, DELIVERY);
  }

  @Test
  void deliveryKnowsNoServiceBehindTheSink() {
    isUnknownTo(DELIVERY, "..core.sink.*..");
  }

  @Test
  void deliveryKnowsOfThePipelineOnlyItsPartsAndItsDoor() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(DELIVERY)
            .should()
            .dependOnClassesThat(
                DescribedPredicate.describe(
                    "are the pipeline's configuration",
                    type ->
                        type.getPackageName().equals("io.usagecollector.core.pipeline")
                            && !type.getName().startsWith("io.usagecollector.core.pipeline.Part")
                            && !type.getSimpleName().equals("RecordPipeline"))));
  }

  @Test
  void onlyThePipelineReadsYaml() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(PIPELINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml.."));
  }

  @Test
  void onlyThePipelineRunsMappings() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(PIPELINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.usagecollector.bloblang"));
  }

  @Test
  void nothingHereKnowsAws() {
    isUnknownTo("..core..", "software.amazon..", "com.amazonaws..", "io.usagecollector.aws..");
  }

  @Test
  void noBeansAreBoundOnTheHotPath() {
    isUnknownTo("..core..", "com.fasterxml.jackson.databind..");
  }

  @Test
  void nothingHereReflects() {
    isUnknownTo("..core..", "java.lang.reflect..");
  }

  @Test
  void noFieldIsStaticAndChanges() {
    holds(noFields().that().areStatic().should().notBeFinal());
  }

  @Test
  void noClassIsNamedForHavingNoName() {
    holds(classes().should(not(haveNameMatching(".*(Utils?|Helper|Manager|Common|Impl|Misc)"))));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(CORE)
        .allSatisfy(type ->
            assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                .as(type.getPackageName())
                .isTrue());
  }
}

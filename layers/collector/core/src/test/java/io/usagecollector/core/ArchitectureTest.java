package io.usagecollector.core;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between core's rooms, one rule a sentence. */
class ArchitectureTest {
  private static final String EVENT = "..core.event..";
  private static final String PLACE = "..core.place..";
  private static final String PROCESSOR = "..core.processor..";
  private static final String RECORD = "..core.record..";
  private static final String CONFIG = "..core.config..";
  private static final String DELIVERY = "..core.delivery..";
  private static final String LETTER = "..core.letter..";
  private static final String SOURCE = "..core.source..";
  private static final String SINK = "..core.sink..";
  private static final String CUSTOMER = "..core.customer..";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.core");

  private static final DescribedPredicate<JavaClass> RUN_MAPPINGS =
      DescribedPredicate.describe(
          "compile or run mappings",
          type ->
              type.getPackageName().equals("io.usagecollector.bloblang")
                  && !type.getSimpleName().equals("Json"));

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
  void theEventKnowsNothingOfWhatIsDoneWithIt() {
    isUnknownTo(EVENT, PLACE, PROCESSOR, RECORD, CONFIG, SOURCE, LETTER, DELIVERY, SINK);
  }

  @Test
  void theEventKnowsNothingOfTheLanguage() {
    isUnknownTo(EVENT, "io.usagecollector.bloblang..");
  }

  @Test
  void ofTheLanguageTheSinkKnowsOnlyItsValuesAndTheirJson() {
    holds(noClasses().that().resideInAPackage(SINK).should().dependOnClassesThat(RUN_MAPPINGS));
  }

  @Test
  void aPlaceIsKnownWithoutWhatStandsThere() {
    isUnknownTo(PLACE, EVENT, PROCESSOR, RECORD, CONFIG, DELIVERY, SINK);
  }

  @Test
  void processorsKnowNoRecordAndNoConfiguration() {
    isUnknownTo(PROCESSOR, EVENT, RECORD, CONFIG, DELIVERY, SINK);
  }

  @Test
  void aRecordGoesThroughProcessorsWithoutTheirConfiguration() {
    isUnknownTo(RECORD, CONFIG, DELIVERY, SINK);
  }

  /** Where a service is, it says in the service's own words, so that a wrong URL is told early. */
  private static final DescribedPredicate<JavaClass> SEND =
      DescribedPredicate.describe(
          "send or read answers",
          type ->
              type.getPackageName().startsWith("io.usagecollector.core.sink")
                  && !type.getSimpleName()
                      .matches("OpenMeterAddress|OpenMeterDialect|EventSource"));

  @Test
  void theConfigurationKnowsNothingOfDeliveryAndOfTheSinkOnlyAddresses() {
    isUnknownTo(CONFIG, DELIVERY);
    holds(noClasses().that().resideInAPackage(CONFIG).should().dependOnClassesThat(SEND));
  }

  @Test
  void theRoomsOfTheConfigurationDoNotKnowItsDoor() {
    isUnknownTo("..core.config.*..", "io.usagecollector.core.config");
  }

  @Test
  void noArrowsBetweenRoomsMakeACircle() {
    holds(slices().matching("io.usagecollector.core.(**)").should().beFreeOfCycles());
  }

  @Test
  void theSinkKnowsNothingOfMappingAndDelivery() {
    isUnknownTo(SINK, PLACE, PROCESSOR, RECORD, CONFIG, SOURCE, LETTER, DELIVERY);
  }

  @Test
  void deliveryKnowsNoServiceBehindTheSink() {
    isUnknownTo(DELIVERY, "..core.sink.*..");
  }

  @Test
  void deliveryAsksForCustomersWithoutKnowingHowTheyAreEnsured() {
    isUnknownTo(DELIVERY, "..core.customer..");
  }

  @Test
  void admissionKnowsNoServiceNoSourceAndNoConfiguration() {
    isUnknownTo(
        "io.usagecollector.core.admission..",
        CONFIG,
        SOURCE,
        "..core.sink.*..",
        "..customer.guard..",
        "..customer.flexprice..",
        "..customer.openmeter..");
  }

  @Test
  void deliveryKnowsNoSourceNoRecordsPipelineAndNoConfiguration() {
    isUnknownTo(DELIVERY, PLACE, PROCESSOR, RECORD, CONFIG, SOURCE);
  }

  @Test
  void ofTheRestALetterKnowsOnlyTheEvent() {
    isUnknownTo(LETTER, PLACE, PROCESSOR, RECORD, CONFIG, SOURCE, DELIVERY, SINK);
  }

  @Test
  void aSourceKnowsNoConfigurationAndNoServiceBehindTheSink() {
    isUnknownTo(SOURCE, PROCESSOR, CONFIG, "..core.sink.*..");
  }

  @Test
  void ofDeliveryASourceKnowsOnlyWhatItHandsOver() {
    isUnknownTo(
        SOURCE,
        "io.usagecollector.core.delivery",
        "..delivery.bulk..",
        "..delivery.gate..",
        "..delivery.outcome..",
        "..delivery.pace..");
  }

  @Test
  void customersAreEnsuredWithoutAWordOfEventsMappingAndDelivery() {
    isUnknownTo(CUSTOMER, EVENT, PLACE, PROCESSOR, RECORD, CONFIG, SOURCE, LETTER, DELIVERY);
    isUnknownTo(CUSTOMER, "io.usagecollector.bloblang..", "..sink.http.meaning..", "..form..");
  }

  @Test
  void deliveryKnowsNothingOfHowCustomersAreEnsured() {
    isUnknownTo(DELIVERY, CUSTOMER);
  }

  @Test
  void whoACustomerIsAndTheGuardKnowNoService() {
    isUnknownTo("..customer.identity..", SINK);
    isUnknownTo("..customer.guard..", SINK, "..customer.flexprice..", "..customer.openmeter..");
  }

  @Test
  void aServicesCustomersKnowNoGuardAndNoOtherService() {
    isUnknownTo("..customer.openmeter..", "..customer.guard..", "..core.sink.flexprice..");
  }

  @Test
  void whatComesOfACallForCustomersKnowsNoService() {
    isUnknownTo("io.usagecollector.core.customer", SINK, "..core.customer.*..");
    isUnknownTo("..customer.provision..", "..core.sink.flexprice..", "..core.sink.openmeter..");
    isUnknownTo("..customer.flexprice..", "..core.sink.openmeter..", "..customer.openmeter..");
  }

  @Test
  void onlyTheConfigurationsYamlRoomParsesYaml() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("..core.config.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml.."));
  }

  @Test
  void onlyWhatMakesPartsOfARecordRunsMappings() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(PLACE, PROCESSOR, RECORD, CONFIG, SOURCE)
            .should()
            .dependOnClassesThat(RUN_MAPPINGS));
  }

  @Test
  void nothingThatOnlyCommandsUseIsDeployed() {
    holds(classes().should(not(haveNameMatching(".*\\.(Trial|Tried|Mock|Generate)\\w*"))));
    isUnknownTo("..core..", "io.usagecollector.tooling..");
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

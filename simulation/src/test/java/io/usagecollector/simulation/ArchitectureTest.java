package io.usagecollector.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the simulation, one rule a sentence. */
class ArchitectureTest {
  private static final JavaClasses SIMULATION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.simulation");

  @Test
  void lawsSeeWhatHappenedAndNoPartOfTheWorld() {
    noClasses()
        .that()
        .resideInAPackage("..invariant..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..simulation.function..",
            "..simulation.kafka..",
            "..simulation.sqs..",
            "..simulation.fault..",
            "..simulation.clock..")
        .check(SIMULATION);
  }

  @Test
  void theTriggerAndTheServiceKnowNothingOfDeliverysInside() {
    noClasses()
        .that()
        .resideInAnyPackage("..billing..", "..fault..", "..clock..", "..event..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..core.delivery..")
        .check(SIMULATION);
  }

  @Test
  void nobodyLooksAtARealClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(SIMULATION);
  }

  @Test
  void everyPackageSaysWhatLivesThere() {
    assertThat(SIMULATION.stream().map(type -> type.getPackage()).distinct())
        .isNotEmpty()
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}

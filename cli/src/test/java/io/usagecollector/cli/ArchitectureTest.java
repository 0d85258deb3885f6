package io.usagecollector.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the command line, one rule a sentence. */
class ArchitectureTest {
  private static final List<String> COMMANDS =
      List.of(
          "..cli.run..",
          "..cli.diff..",
          "..cli.lint..",
          "..cli.test..",
          "..cli.eval..",
          "..cli.letters..",
          "..cli.ensure..");

  /** Knows every command, and no room knows it. */
  private static final String DOOR = "io.usagecollector.cli";

  private static final JavaClasses CLI =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.cli");

  @Test
  void noCommandKnowsAnother() {
    for (String command : COMMANDS) {
      noClasses()
          .that()
          .resideOutsideOfPackages(command, DOOR)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(command)
          .check(CLI);
    }
  }

  @Test
  void noRoomKnowsTheDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage(DOOR)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DOOR)
        .check(CLI);
  }

  @Test
  void theTerminalKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("..cli.terminal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..cli.source..", "..cli.unit..")
        .check(CLI);
  }

  @Test
  void peoplesFilesKnowNothingOfTests() {
    noClasses()
        .that()
        .resideInAPackage("..cli.source..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..cli.unit..")
        .check(CLI);
  }

  @Test
  void deadLettersAndEnsureAloneKnowAws() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..cli.letters..", "..cli.ensure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "io.usagecollector.aws..")
        .check(CLI);
  }

  @Test
  void deadLettersKnowNothingOfMappings() {
    noClasses()
        .that()
        .resideInAPackage("..cli.letters..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..cli.source..",
            "..cli.unit..",
            "io.usagecollector.core.config..",
            "io.usagecollector.core.delivery..")
        .check(CLI);
  }

  @Test
  void theQueueKnowsNoLetterAndNoFile() {
    noClasses()
        .that()
        .resideInAPackage("..letters.queue..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..letters.file..", "..letters.redrive..", "io.usagecollector.core..")
        .check(CLI);
  }

  @Test
  void theFileOfLettersKnowsNoQueue() {
    noClasses()
        .that()
        .resideInAPackage("..letters.file..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..letters.queue..", "..letters.redrive..", "software.amazon..", "..aws..")
        .check(CLI);
  }

  @Test
  void sendingOnPrintsNothing() {
    noClasses()
        .that()
        .resideInAPackage("..letters.redrive..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("Terminal")
        .check(CLI);
  }

  @Test
  void noRoomsGoInACircle() {
    slices().matching("io.usagecollector.(**)").should().beFreeOfCycles().check(CLI);
  }

  @Test
  void everyRoomIsNullMarked() {
    assertThat(CLI)
        .allSatisfy(type ->
            assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                .as(type.getPackageName())
                .isTrue());
  }
}

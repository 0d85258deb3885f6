package io.usagecollector.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows above core, one rule a sentence. */
class ArchitectureTest {
  private static final String ARCHIVE = "io.usagecollector.archive..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.archive");

  @Test
  void aFunctionCallsNoServiceItself() {
    noClasses()
        .that()
        .resideInAPackage(ARCHIVE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "java.net.http..")
        .check(PRODUCT);
  }

  @Test
  void itKnowsNoOtherFunctionAndNoMapping() {
    noClasses()
        .that()
        .resideInAPackage(ARCHIVE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.usagecollector.forward..",
            "io.usagecollector.redeliver..",
            "io.usagecollector.bloblang..",
            "io.usagecollector.core.config..")
        .check(PRODUCT);
  }

  @Test
  void noFieldIsStaticAndChanges() {
    noFields().that().areStatic().should().notBeFinal().check(PRODUCT);
  }

  @Test
  void onlyTheHandlersConstructorReadsTheProcessesEnvironment() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ArchiveHandler.class.getName())
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(PRODUCT);
  }
}

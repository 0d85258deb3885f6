package io.usagecollector.redeliver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows above core, one rule a sentence. */
class ArchitectureTest {
  private static final String REDELIVER = "io.usagecollector.redeliver..";
  private static final String AWS = "io.usagecollector.aws..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.redeliver", "io.usagecollector.aws");

  @Test
  void theAdaptersKnowNoFunction() {
    noClasses()
        .that()
        .resideInAPackage(AWS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(REDELIVER)
        .check(PRODUCT);
  }

  @Test
  void aFunctionCallsNoServiceItself() {
    noClasses()
        .that()
        .resideInAPackage(REDELIVER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "java.net.http..")
        .check(PRODUCT);
  }

  @Test
  void oneFunctionKnowsNothingOfTheOther() {
    noClasses()
        .that()
        .resideInAPackage(REDELIVER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.usagecollector.forward..", "io.usagecollector.aws.kafka..")
        .check(PRODUCT);
  }

  @Test
  void neitherRunsMappingsItself() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.usagecollector.bloblang..")
        .check(PRODUCT);
  }

  @Test
  void noBeansAreBoundOnTheHotPath() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson.databind..")
        .check(PRODUCT);
  }

  @Test
  void nothingHereReflects() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
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
        .doNotHaveFullyQualifiedName(RedeliverHandler.class.getName())
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(PRODUCT);
  }
}

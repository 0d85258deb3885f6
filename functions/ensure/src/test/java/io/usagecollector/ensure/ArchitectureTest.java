package io.usagecollector.ensure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows above core, one rule a sentence. */
class ArchitectureTest {
  private static final String ENSURE = "io.usagecollector.ensure..";
  private static final String AWS = "io.usagecollector.aws..";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.ensure", "io.usagecollector.aws");

  @Test
  void theAdaptersKnowNoFunction() {
    noClasses()
        .that()
        .resideInAPackage(AWS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ENSURE)
        .check(PRODUCT);
  }

  @Test
  void aFunctionCallsNoServiceItself() {
    noClasses()
        .that()
        .resideInAPackage(ENSURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "java.net.http..")
        .check(PRODUCT);
  }

  @Test
  void oneFunctionKnowsNothingOfTheOther() {
    noClasses()
        .that()
        .resideInAPackage(ENSURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.usagecollector.forward..",
            "io.usagecollector.redeliver..",
            "io.usagecollector.aws.kafka..",
            "io.usagecollector.aws.sqs..")
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
  void onlyTheHandlersConstructorsReadTheProcessesEnvironment() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(EnsureHandler.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(SweepHandler.class.getName())
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(PRODUCT);
  }
}

package io.usagecollector.aws;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The adapters' rooms, one rule a sentence. */
class ArchitectureTest {
  private static final String ASSEMBLY = "io.usagecollector.aws.assembly..";

  private static final JavaClasses ADAPTERS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.usagecollector.aws");

  @Test
  void theRoomsKnowNothingOfEachOtherButAssemblyWhichPutsThemTogether() {
    slices()
        .matching("io.usagecollector.aws.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(ASSEMBLY), DescribedPredicate.alwaysTrue())
        .check(ADAPTERS);
  }

  @Test
  void assemblyKnowsNoTrigger() {
    noClasses()
        .that()
        .resideInAPackage(ASSEMBLY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.usagecollector.aws.kafka..", "com.amazonaws..")
        .check(ADAPTERS);
  }

  @Test
  void assemblyCallsNoServiceItself() {
    noClasses()
        .that()
        .resideInAPackage(ASSEMBLY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "java.net.http..")
        .check(ADAPTERS);
  }

  @Test
  void noAdapterReadsTheProcessesEnvironment() {
    noClasses()
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(ADAPTERS);
  }

  @Test
  void noFieldIsStaticAndChanges() {
    noFields().that().areStatic().should().notBeFinal().check(ADAPTERS);
  }
}

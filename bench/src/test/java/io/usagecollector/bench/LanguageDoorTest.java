package io.usagecollector.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The language is entered by its door: its three public packages, and the formats' own. */
class LanguageDoorTest {
  private static final String LANGUAGE = "io.usagecollector.bloblang";

  private static final Set<String> DOOR =
      Set.of(LANGUAGE, LANGUAGE + ".value", LANGUAGE + ".extension", LANGUAGE + ".formats");

  private static final DescribedPredicate<JavaClass> BEHIND_THE_DOOR =
      DescribedPredicate.describe(
          "are behind the language's door",
          type ->
              (type.getPackageName() + ".").startsWith(LANGUAGE + ".")
                  && !DOOR.contains(type.getPackageName()));

  @Test
  void nothingReachesBehindIt() {
    noClasses()
        .that()
        .resideInAPackage("io.usagecollector.bench..")
        .should()
        .dependOnClassesThat(BEHIND_THE_DOOR)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.usagecollector.bench"));
  }
}

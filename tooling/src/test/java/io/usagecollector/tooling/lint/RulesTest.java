package io.usagecollector.tooling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.tooling.lint.rule.MetaInBody;
import io.usagecollector.tooling.lint.rule.Rule;
import io.usagecollector.tooling.lint.rule.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final Linter LINTER = new Linter(Bloblang.standard());

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  private static List<String> names(String mapping) {
    return LINTER.lint(mapping).stream().map(Finding::rule).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleFindsItsBadExampleOnce(Rule rule) {
    assertThat(names(rule.bad())).filteredOn(rule.name()::equals).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRulesGoodExampleIsCleanOfEveryWarning(Rule rule) {
    assertThat(LINTER.lint(rule.good()))
        .filteredOn(
            found -> found.rule().equals(rule.name()) || found.severity() != Severity.NOTICE)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aFindingSaysWhatItMeansAndWhatToDo(Rule rule) {
    assertThat(LINTER.lint(rule.bad()))
        .allSatisfy(found -> {
          assertThat(found.message()).isNotBlank();
          assertThat(found.meaning()).isNotBlank();
          assertThat(found.suggestion()).isNotBlank();
        });
  }

  @Test
  void rulesHaveNamesOfTheirOwn() {
    assertThat(rules().map(Rule::name)).doesNotHaveDuplicates();
  }

  @Test
  void aFindingHasItsPlaceItsLineAndItsWords() {
    assertThat(LINTER.lint("# é\nroot.a = 1\nmeta.k = this.b"))
        .containsExactly(
            new Finding(
                "meta-in-body",
                Severity.WARNING,
                "",
                3,
                1,
                "meta.k = this.b",
                "`meta.k =` sets root.meta.k in the document",
                MetaInBody.RULE.meaning(),
                "metadata is set with a blank: `meta k = ...`; if the document is meant, write"
                    + " `root.meta.k = ...`"));
  }

  @Test
  void whatDoesNotCompileIsAnErrorWithTheCompilersWords() {
    assertThat(LINTER.lint("root = this.x.upercase()\nroot.y = nwo()"))
        .extracting(Finding::rule, Finding::severity, Finding::line, Finding::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("compile", Severity.ERROR, 1, 15),
            org.assertj.core.groups.Tuple.tuple("compile", Severity.ERROR, 2, 10));
  }
}

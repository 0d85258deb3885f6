package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.Example;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function and method has a good case, its example; every method has an error case too. */
class CoverageTest {
  private static final Library LIBRARY = Bloblang.standard().library();
  private static final String PREFIX = "failed assignment (line 1): ";

  /** Methods that cannot fail on any value. */
  private static final Map<String, String> NEVER_FAIL =
      Map.of(
          "array", "it takes any value",
          "bytes", "any value has bytes",
          "exists", "what holds no path has none",
          "format_json", "any value has a text",
          "get", "what holds no path gives null",
          "string", "any value has a text",
          "type", "any value has a type");

  /** A line of the table. */
  record Case(String method, String mapping, String payload, String fault) {
    static Case of(String line) {
      List<String> cells = List.of(line.split("\t", -1));
      return new Case(cells.get(0), cells.get(1), cells.get(2), cells.get(3).replace("\\n", "\n"));
    }
  }

  static Stream<Case> cases() {
    try (InputStream in = CoverageTest.class.getResourceAsStream("error-cases.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).map(Case::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyErrorCaseFailsInTheseWords(Case wanted) {
    assertThat(fault(wanted.mapping, wanted.payload)).isEqualTo(wanted.fault);
  }

  private static String fault(String mapping, String payload) {
    try {
      Result result =
          Bloblang.standard().compile(mapping).apply(Message.of(payload), Host.system());
      return result instanceof Result.Failed failed
          ? failed.fault().text().replaceFirst("^\\Q" + PREFIX + "\\E", "")
          : "no fault: " + result;
    } catch (CompileException e) {
      return "compile: " + e.errors().get(0).message();
    }
  }

  @Test
  void everyFunctionAndMethodHasAnExample() {
    assertThat(
            Stream.concat(
                    LIBRARY.functions().stream().map(FunctionSpec::doc),
                    LIBRARY.methods().stream().map(MethodSpec::doc))
                .filter(doc -> doc.examples().stream().noneMatch(CoverageTest::isGood))
                .map(Doc::name))
        .isEmpty();
  }

  private static boolean isGood(Example example) {
    return !example.output().startsWith("error: ");
  }

  @Test
  void everyMethodHasAnErrorCaseOrAReasonToHaveNone() {
    Set<String> covered = new TreeSet<>(NEVER_FAIL.keySet());
    cases().map(Case::method).forEach(covered::add);
    LIBRARY.methods().stream()
        .map(MethodSpec::doc)
        .filter(doc -> !doc.examples().stream().allMatch(CoverageTest::isGood))
        .forEach(doc -> covered.add(doc.name()));
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            LIBRARY.methods().stream().map(MethodSpec::name).toList());
  }

  @Test
  void noReasonIsGivenWhereThereIsAnErrorCase() {
    Set<String> both = new TreeSet<>(NEVER_FAIL.keySet());
    both.retainAll(cases().map(Case::method).collect(Collectors.toSet()));
    assertThat(both).isEmpty();
  }

  @Test
  void nothingIsBothOfferedAndRefused() {
    Map<String, String> refused = new TreeMap<>(Refusals.functions());
    refused.keySet().retainAll(LIBRARY.functions().stream().map(FunctionSpec::name).toList());
    assertThat(refused).isEmpty();
    Map<String, String> refusedMethods = new TreeMap<>(Refusals.refusedMethods());
    refusedMethods.keySet().retainAll(LIBRARY.methods().stream().map(MethodSpec::name).toList());
    assertThat(refusedMethods).isEmpty();
  }
}

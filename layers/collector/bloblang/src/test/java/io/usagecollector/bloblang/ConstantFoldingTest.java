package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantFoldingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 / 0",
        "5 % 0",
        "\"a\" + 1",
        "null < 1",
        "(5 / 0).catch(1)",
        "(\"a\" - 1) | 2",
        "if this.x { 5 / 0 }",
        "\"no time\".ts_parse(\"2006\").catch(1)",
        "\"1 year\".parse_duration().catch(1)"
      })
  void whatFailsOnConstantsFailsWhenItIsCompiled(String query) {
    assertThat(Run.mapping("root = " + query, "{}")).startsWith("compile: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(5 && true).catch(1) | 1",
        "(\"a\" && true).catch(1)",
        "(!5).catch(1)",
        "(5 / this.zero).catch(1)",
        "\"a\".number().catch(1)",
        "(5 / \"0\".number()).catch(1)",
        "this.t.ts_parse(\"2006\").catch(1)"
      })
  void whatDoesNotFoldFailsWhenItRunsAndCanBeCaught(String query) {
    assertThat(Run.mapping("root = " + query, "{\"zero\":0}")).isIn("1", "true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "random_int(min: 2 * 3, max: 12 / 2); 6",
        "match this.v { 1 + 1 => \"two\" }; two",
        "match this.v { 3 - 1 => \"two\", _ => \"other\" }; two",
        "{(\"a\" + \"b\"): 1}; {\"ab\":1}",
        "\"abcd\".slice(4 - 3, 1 + 2); bc",
      })
  void whatFoldsIsALiteral(String query, String said) {
    assertThat(Run.mapping("root = " + query, "{\"v\":2}")).isEqualTo(said);
  }

  @Test
  void aMethodOfTheCoreIsNoLiteral() {
    assertThat(Run.mapping("root = random_int(max: \"5\".number())", "{}"))
        .isEqualTo("compile: random_int: param max must not be dynamic");
    assertThat(Run.mapping("root = match \"A\" { \"a\".uppercase() => 1, _ => 2 }", "{}"))
        .isEqualTo("2");
  }

  @Test
  void theEnvironmentIsReadOnceWhenItIsCompiled() throws CompileException {
    AtomicInteger reads = new AtomicInteger();
    Mapping mapping =
        Bloblang.standard()
            .withEnv(name -> name + reads.incrementAndGet())
            .compile("root = env(\"X\")");
    assertThat(Run.said(mapping.apply(Message.of("{}"), Host.system()))).isEqualTo("X1");
    assertThat(Run.said(mapping.apply(Message.of("{}"), Host.system()))).isEqualTo("X1");
  }
}

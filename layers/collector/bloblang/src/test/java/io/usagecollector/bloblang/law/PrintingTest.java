package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.syntax.Parser;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.SyntaxException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrintingTest {
  @Provide
  Arbitrary<Program> programs() {
    return Programs.programs();
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsPrintedParsesToTheSameTree(@ForAll("programs") Program program)
      throws SyntaxException {
    String text = StatementPrinter.print(program);
    Program parsed = Parser.parse(text, ImportSource.none());
    assertThat(Outline.of(parsed)).as(text).isEqualTo(Outline.of(program));
    assertThat(StatementPrinter.print(parsed)).isEqualTo(text);
  }
}

package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.parser.Parsed;
import io.usagecollector.bloblang.syntax.parser.Parser;
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
  void whatIsPrintedParsesToTheSameTree(@ForAll("programs") Program program) {
    String text = StatementPrinter.print(program);
    Parsed all = Parser.parse(text, ImportSource.none());
    assertThat(all.errors()).as(text).isEmpty();
    Program parsed = all.program();
    assertThat(Outline.of(parsed)).as(text).isEqualTo(Outline.of(program));
    assertThat(StatementPrinter.print(parsed)).isEqualTo(text);
  }
}

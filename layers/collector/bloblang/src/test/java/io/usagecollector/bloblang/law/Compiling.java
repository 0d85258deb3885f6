package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.List;

/** What of a program compiles: a wrong argument in one statement must not keep the others out. */
final class Compiling {
  private Compiling() {}

  /** The program without the statements and maps that do not compile; its source. */
  static String partOf(Program program) {
    List<Program.NamedMap> maps =
        program.maps().stream().filter(map -> compiles(program, map.body())).toList();
    List<Statement> statements =
        program.statements().stream().filter(s -> compiles(program, List.of(s))).toList();
    return statements.isEmpty()
        ? "root = this"
        : StatementPrinter.print(new Program(program.source(), statements, maps));
  }

  private static boolean compiles(Program program, List<Statement> statements) {
    try {
      Bloblang.standard()
          .compile(StatementPrinter.print(new Program(program.source(), statements, List.of())));
      return true;
    } catch (CompileException e) {
      return false;
    }
  }
}

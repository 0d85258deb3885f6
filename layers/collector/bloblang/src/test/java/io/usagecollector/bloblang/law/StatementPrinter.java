package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements and programs as source that parses to the same tree. */
final class StatementPrinter {
  private StatementPrinter() {}

  static String print(Program program) {
    Stream<String> maps =
        program.maps().stream()
            .map(map -> "map " + Printer.name(Str.of(map.name())) + " " + block(map.body()));
    return Stream.concat(maps, program.statements().stream().map(StatementPrinter::print))
        .collect(Collectors.joining("\n"));
  }

  private static String print(Statement statement) {
    return switch (statement) {
      case Statement.Let s ->
          "let " + Printer.name(Str.of(s.name())) + " = " + Printer.print(s.value());
      case Statement.Meta s ->
          "meta "
              + (s.key() == null ? "" : Printer.name(s.key()) + " ")
              + "= "
              + Printer.print(s.value());
      case Statement.Assign s -> "root" + path(s.path()) + " = " + Printer.print(s.value());
      case Statement.If s ->
          s.arms().stream().map(StatementPrinter::arm).collect(Collectors.joining(" else "));
    };
  }

  private static String path(List<Str> path) {
    return path.stream().map(segment -> "." + Printer.name(segment)).collect(Collectors.joining());
  }

  private static String arm(Statement.Arm arm) {
    return (arm.condition() == null ? "" : "if " + Printer.print(arm.condition()) + " ")
        + block(arm.body());
  }

  private static String block(List<Statement> body) {
    return body.stream()
        .map(StatementPrinter::print)
        .collect(Collectors.joining("\n", "{\n", "\n}"));
  }
}

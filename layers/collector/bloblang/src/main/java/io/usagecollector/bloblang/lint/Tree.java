package io.usagecollector.bloblang.lint;

import io.usagecollector.bloblang.library.Library;
import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as rules look at it. Maps from other files are left out: they are linted where they
 * stand.
 */
public final class Tree {
  private final Program program;
  private final boolean mutation;
  private final Library library;
  private final List<Statement> statements = new ArrayList<>();

  Tree(Program program, boolean mutation, Library library) {
    this.program = program;
    this.mutation = mutation;
    this.library = library;
    flatten(program.statements());
  }

  private void flatten(List<Statement> block) {
    for (Statement statement : block) {
      statements.add(statement);
      if (statement instanceof Statement.If choice) {
        choice.arms().forEach(arm -> flatten(arm.body()));
      }
    }
  }

  /** Whether the document is changed in place, so that reads see earlier writes. */
  boolean mutation() {
    return mutation;
  }

  Library library() {
    return library;
  }

  /** The statements outside of maps, those in if blocks after their if, in the text's order. */
  List<Statement> statements() {
    return List.copyOf(statements);
  }

  /** The assignments outside of maps, in the text's order. */
  Stream<Statement.Assign> assignments() {
    return statements.stream()
        .filter(Statement.Assign.class::isInstance)
        .map(Statement.Assign.class::cast);
  }

  /** The expressions that stand in a statement itself, not in the statements within it. */
  static Stream<Expr> values(Statement statement) {
    return switch (statement) {
      case Statement.Let s -> Stream.of(s.value());
      case Statement.Meta s -> Stream.of(s.value());
      case Statement.Assign s -> Stream.of(s.value());
      case Statement.If s -> s.arms().stream().flatMap(arm -> present(arm.condition()));
    };
  }

  private static Stream<Expr> present(@Nullable Expr expr) {
    return Stream.ofNullable(expr);
  }

  /** Every expression of the file, maps included, each before what stands in it. */
  Stream<Expr> expressions() {
    Stream<Expr> inMaps =
        program.maps().stream()
            .filter(map -> map.source().equals(program.source()))
            .flatMap(map -> inBlock(map.body()));
    return Stream.concat(statements.stream().flatMap(Tree::values), inMaps).flatMap(Tree::within);
  }

  private static Stream<Expr> inBlock(List<Statement> block) {
    return block.stream()
        .flatMap(statement ->
            Stream.concat(
                values(statement),
                statement instanceof Statement.If choice
                    ? choice.arms().stream().flatMap(arm -> inBlock(arm.body()))
                    : Stream.empty()));
  }

  /** An expression and everything in it. */
  static Stream<Expr> within(Expr expr) {
    return Stream.concat(Stream.of(expr), Children.of(expr).flatMap(Tree::within));
  }

  /** The text from an offset on. */
  boolean readsAt(int at, String words) {
    return program.source().text().startsWith(words, at);
  }

  /**
   * What an expression may come to: the results of its branches, or itself. Without those of an
   * else that is not there.
   */
  static Stream<Expr> results(Expr expr) {
    return switch (expr) {
      case Expr.If e ->
          Stream.concat(e.branches().stream().map(Expr.Branch::result), present(e.otherwise()))
              .flatMap(Tree::results);
      case Expr.Match e -> e.cases().stream().map(Expr.Case::result).flatMap(Tree::results);
      default -> Stream.of(expr);
    };
  }
}

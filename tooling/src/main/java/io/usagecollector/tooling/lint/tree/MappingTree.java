package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as rules look at it. Maps from other files are left out: they are linted where they
 * stand.
 */
public final class MappingTree {
  private final Program program;
  private final boolean mutation;
  private final Library library;
  private final List<Statement> statements;
  private final Map<String, List<Statement>> bodies = new LinkedHashMap<>();

  public MappingTree(Program program, boolean mutation, Library library) {
    this.program = program;
    this.mutation = mutation;
    this.library = library;
    this.statements = inBlock(program.statements()).toList();
    program.maps().stream()
        .filter(map -> map.source().equals(program.source()))
        .forEach(map -> bodies.put(map.name(), inBlock(map.body()).toList()));
  }

  private static Stream<Statement> inBlock(List<Statement> block) {
    return block.stream()
        .flatMap(statement ->
            statement instanceof Statement.If choice
                ? Stream.concat(
                    Stream.of(statement),
                    choice.arms().stream().flatMap(arm -> inBlock(arm.body())))
                : Stream.of(statement));
  }

  /** Whether the document is changed in place, so that reads see earlier writes. */
  public boolean mutation() {
    return mutation;
  }

  public Library library() {
    return library;
  }

  /** The statements outside of maps, those in if blocks after their if, in the text's order. */
  public List<Statement> statements() {
    return statements;
  }

  /** The statements of the mapping and of each map, as they are nested in the text. */
  public Stream<List<Statement>> blocks() {
    return Stream.concat(
        Stream.of(program.statements()),
        program.maps().stream()
            .filter(map -> map.source().equals(program.source()))
            .map(Program.NamedMap::body));
  }

  /** The assignments outside of maps, in the text's order. */
  public Stream<Statement.Assign> assignments() {
    return assignments(statements);
  }

  /** The assignments of the file, those in maps after the others. */
  public Stream<Statement.Assign> allAssignments() {
    return Stream.concat(Stream.of(statements), bodies.values().stream())
        .flatMap(MappingTree::assignments);
  }

  /** The assignments of the map that a call applies; none where it applies none of this file. */
  public Stream<Statement.Assign> applied(Expr.MethodCall call) {
    return call.name().equals("apply")
            && call.arguments().size() == 1
            && call.arguments().getFirst().value() instanceof Expr.Literal name
        ? assignments(bodies.getOrDefault(name.value().toString(), List.of()))
        : Stream.empty();
  }

  private static Stream<Statement.Assign> assignments(List<Statement> block) {
    return block.stream()
        .filter(Statement.Assign.class::isInstance)
        .map(Statement.Assign.class::cast);
  }

  /** The statements whose variables an expression sees: those of its map, or of the mapping. */
  public List<Statement> around(Expr expr) {
    return bodies.values().stream()
        .filter(body ->
            body.stream()
                .flatMap(MappingTree::values)
                .flatMap(MappingTree::within)
                .anyMatch(expr::equals))
        .findFirst()
        .orElse(statements);
  }

  /** The expressions that stand in a statement itself, not in the statements within it. */
  public static Stream<Expr> values(Statement statement) {
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
  public Stream<Expr> expressions() {
    return Stream.concat(Stream.of(statements), bodies.values().stream())
        .flatMap(List::stream)
        .flatMap(MappingTree::values)
        .flatMap(MappingTree::within);
  }

  /** An expression and everything in it. */
  public static Stream<Expr> within(Expr expr) {
    return Stream.concat(Stream.of(expr), Children.of(expr).flatMap(MappingTree::within));
  }

  /** The text from an offset on. */
  public boolean readsAt(int at, String words) {
    return program.source().text().startsWith(words, at);
  }

  /**
   * What an expression may come to: the results of its branches, or itself. Without those of an
   * else that is not there.
   */
  public static Stream<Expr> results(Expr expr) {
    return switch (expr) {
      case Expr.If e ->
          Stream.concat(e.branches().stream().map(Expr.Branch::result), present(e.otherwise()))
              .flatMap(MappingTree::results);
      case Expr.Match e -> e.cases().stream().map(Expr.Case::result).flatMap(MappingTree::results);
      default -> Stream.of(expr);
    };
  }
}

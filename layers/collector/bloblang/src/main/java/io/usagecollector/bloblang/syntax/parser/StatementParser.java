package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements inside files, maps and if blocks. */
final class StatementParser {
  private final Scanner in;
  private final QueryParser queries;
  private final BlockParser blocks;

  StatementParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
    this.blocks = new BlockParser(in, queries, this);
  }

  /**
   * Where a statement stands: lines count from {@code start}, metadata cannot be written inside
   * maps.
   */
  record Scope(int start, boolean metadata) {}

  /**
   * A let, a metadata assignment, an assignment or an if; null, at the old place, if it is none.
   */
  @Nullable Statement statement(Scope scope) throws SyntaxException {
    int start = in.at;
    int line = in.source.originLine(scope.start, start);
    Statement statement = let(line);
    if (statement == null) {
      in.at = start;
      statement = meta(line, scope);
    }
    if (statement == null) {
      in.at = start;
      statement = assign(line);
    }
    if (statement == null) {
      in.at = start;
      statement = blocks.ifStatement(line, scope);
    }
    if (statement == null) {
      in.at = start;
    }
    return statement;
  }

  /** Statements in braces; null if it is no such thing. */
  @Nullable List<Statement> block(Scope scope) throws SyntaxException {
    return blocks.block(scope);
  }

  private @Nullable Statement let(int line) throws SyntaxException {
    int start = in.at;
    if (!in.skip("let") || !in.someBlanks()) {
      return null;
    }
    Str name = in.name();
    if (name == null) {
      throw in.broken(in.at, "expected a variable name");
    }
    Expr value = in.someBlanks() ? assigned() : null;
    return value == null ? null : new Statement.Let(line, start, name.toString(), value);
  }

  /** {@code =}, a blank and a query. */
  private @Nullable Expr assigned() throws SyntaxException {
    return in.take('=') && in.someBlanks() ? queries.query() : null;
  }

  private @Nullable Statement meta(int line, Scope scope) throws SyntaxException {
    int start = in.at;
    if (!in.skip("meta") || !in.someBlanks()) {
      return null;
    }
    Str key = in.name();
    in.blanks();
    Expr value = assigned();
    if (value == null) {
      return null;
    }
    if (!scope.metadata) {
      throw in.broken(start, "setting meta fields is not allowed within this block");
    }
    return new Statement.Meta(line, start, key, value);
  }

  private @Nullable Statement assign(int line) throws SyntaxException {
    int start = in.at;
    List<Str> path = path();
    if (path == null || !in.someBlanks()) {
      return null;
    }
    Expr value = assigned();
    return value == null ? null : new Statement.Assign(line, start, path, value);
  }

  private @Nullable List<Str> path() throws SyntaxException {
    String first = in.ident();
    if (first == null) {
      in.miss("a statement");
      return null;
    }
    List<Str> path = new ArrayList<>();
    path.add(Str.of(first));
    while (in.is('.')) {
      int dot = in.at++;
      Str next = in.name();
      if (next == null) {
        in.miss("a target path");
        in.at = dot;
        return path.size() == 1 ? withoutRoot(path) : null;
      }
      if (path.size() == TailParser.MAX_STEPS) {
        throw in.broken(in.at, "a path of more than " + TailParser.MAX_STEPS + " segments");
      }
      path.add(next);
    }
    return withoutRoot(path);
  }

  private static List<Str> withoutRoot(List<Str> path) {
    return path.get(0).equals(Str.of("root")) ? path.subList(1, path.size()) : path;
  }
}

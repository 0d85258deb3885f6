package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements in braces, and the if statement, which has them. */
final class BlockParser {
  private final Scanner in;
  private final QueryParser queries;
  private final StatementParser statements;

  BlockParser(Scanner in, QueryParser queries, StatementParser statements) {
    this.in = in;
    this.queries = queries;
    this.statements = statements;
  }

  /** Statements in braces, split by line breaks; null if it is no such thing. */
  @Nullable List<Statement> block(StatementParser.Scope scope) throws SyntaxException {
    if (!in.take('{')) {
      return null;
    }
    queries.nest();
    in.space();
    List<Statement> body = body(scope);
    queries.unnest();
    in.space();
    return in.take('}') ? body : null;
  }

  private List<Statement> body(StatementParser.Scope scope) throws SyntaxException {
    List<Statement> body = new ArrayList<>();
    Statement next = statements.statement(scope);
    while (next != null) {
      body.add(next);
      int before = in.at;
      in.blanks();
      if (!in.newline()) {
        in.at = before;
        break;
      }
      in.space();
      next = statements.statement(scope);
    }
    return List.copyOf(body);
  }

  @Nullable Statement ifStatement(int line, StatementParser.Scope scope) throws SyntaxException {
    int start = in.at;
    if (!in.skip("if") || !in.someBlanks()) {
      return null;
    }
    // What hides in an if may write metadata even in a map: the run refuses it there.
    StatementParser.Scope inner = new StatementParser.Scope(scope.start(), true);
    List<Statement.Arm> arms = new ArrayList<>();
    do {
      Expr condition = queries.mustQuery();
      in.space();
      List<Statement> body = block(inner);
      if (body == null) {
        return null;
      }
      arms.add(new Statement.Arm(condition, body));
    } while (in.elseIf());
    List<Statement> otherwise = otherwise(inner);
    if (otherwise != null) {
      arms.add(new Statement.Arm(null, otherwise));
    }
    return new Statement.If(line, start, List.copyOf(arms));
  }

  /** The last arm; null, at the old place, if there is none. */
  private @Nullable List<Statement> otherwise(StatementParser.Scope scope) throws SyntaxException {
    int before = in.at;
    if (in.otherwise()) {
      in.space();
      List<Statement> body = block(scope);
      if (body != null) {
        return body;
      }
    }
    in.at = before;
    return null;
  }
}

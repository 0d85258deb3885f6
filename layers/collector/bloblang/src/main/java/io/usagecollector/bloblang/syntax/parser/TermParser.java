package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between operators: perhaps a {@code !}, a primary, and steps below it. */
final class TermParser {
  private final Scanner in;
  private final TailParser tails;

  /** Whatever a term can begin with, in the order in which it is tried. */
  private final List<Primary> primaries;

  /** A thing that may stand here, or null. */
  private interface Primary {
    @Nullable Expr parse() throws SyntaxException;
  }

  TermParser(Scanner in, QueryParser queries) {
    this.in = in;
    ArgumentParser arguments = new ArgumentParser(in, queries);
    this.tails = new TailParser(in, queries, arguments);
    LambdaParser lambdas = new LambdaParser(in, queries);
    this.primaries =
        List.of(
            new MatchParser(in, queries)::match,
            new IfParser(in, queries)::ifExpression,
            lambdas::lambda,
            () -> bracketed(queries),
            new LiteralParser(in, queries)::literal,
            new ReferenceParser(in, arguments, lambdas)::reference);
  }

  @Nullable Expr term() throws SyntaxException {
    int start = in.at;
    boolean not = in.skip("!");
    if (not) {
      in.blanks();
    }
    Expr expr = primary();
    if (expr == null) {
      return null;
    }
    expr = tails.after(expr);
    return not ? new Expr.Not(start, expr) : expr;
  }

  private @Nullable Expr primary() throws SyntaxException {
    int start = in.at;
    for (Primary primary : primaries) {
      Expr expr = primary.parse();
      if (expr != null) {
        return expr;
      }
      in.at = start;
    }
    in.miss("an expression");
    return null;
  }

  private @Nullable Expr bracketed(QueryParser queries) throws SyntaxException {
    if (!in.skip("(")) {
      return null;
    }
    in.space();
    Expr inner = queries.query();
    if (inner == null) {
      return null;
    }
    in.space();
    in.must(')');
    return inner;
  }
}

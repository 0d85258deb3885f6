package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Queries: expressions of any kind, each looked at once. As in all parsers of expressions a null is
 * "something else stands here"; where the scanner is then, is the caller's to put right.
 */
final class QueryParser {
  /** As deep as brackets, lambdas and the like may nest; what people write is below 20. */
  static final int MAX_NESTING = 120;

  private final Scanner in;
  private final OperationParser operations;

  /**
   * What was found at an offset before: an alternative that is given up must not cost twice, let
   * alone 2 to the depth.
   */
  private final Map<Integer, Parsed> seen = new HashMap<>();

  private int nesting;

  private record Parsed(@Nullable Expr expr, int end) {}

  QueryParser(Scanner in) {
    this.in = in;
    this.operations = new OperationParser(in, new TermParser(in, this));
  }

  /** A query, or null, with the place restored. */
  @Nullable Expr query() throws SyntaxException {
    int start = in.at;
    Parsed known = seen.get(start);
    if (known == null) {
      nest();
      Expr expr = operations.operation();
      unnest();
      known = new Parsed(expr, expr == null ? start : in.at);
      seen.put(start, known);
    }
    in.at = known.end;
    return known.expr;
  }

  /** A query that must be here. */
  Expr mustQuery() throws SyntaxException {
    Expr expr = query();
    if (expr == null) {
      throw in.deepestMiss();
    }
    return expr;
  }

  /** Goes one level deeper, if that is allowed. */
  void nest() throws SyntaxException {
    if (++nesting > MAX_NESTING) {
      throw in.broken(in.at, "the mapping nests deeper than " + MAX_NESTING + " levels");
    }
  }

  void unnest() {
    nesting--;
  }
}

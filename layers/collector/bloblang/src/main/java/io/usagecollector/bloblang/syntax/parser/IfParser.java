package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code if c { a } else if d { b } else { e }} as an expression. */
final class IfParser {
  private final Scanner in;
  private final QueryParser queries;

  IfParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
  }

  @Nullable Expr ifExpression() throws SyntaxException {
    int start = in.at;
    if (!in.skip("if") || !in.someBlanks()) {
      return null;
    }
    List<Expr.Branch> branches = new ArrayList<>();
    do {
      branches.add(branch());
    } while (in.elseIf());
    return new Expr.If(start, List.copyOf(branches), in.otherwise() ? braced() : null);
  }

  private Expr.Branch branch() throws SyntaxException {
    Expr condition = queries.mustQuery();
    return new Expr.Branch(condition, braced());
  }

  private Expr braced() throws SyntaxException {
    in.space();
    in.must('{');
    in.space();
    Expr result = queries.mustQuery();
    in.space();
    in.must('}');
    return result;
  }
}

package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a call, from the bracket that opens to the one that closes. */
final class ArgumentParser {
  private final Scanner in;
  private final QueryParser queries;

  ArgumentParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
  }

  List<Expr.Argument> arguments() throws SyntaxException {
    List<Expr.Argument> arguments = new ArrayList<>();
    in.must('(');
    in.space();
    while (!in.skip(")")) {
      arguments.add(argument());
      if (!in.comma()) {
        in.space();
        in.must(')');
        break;
      }
    }
    return List.copyOf(arguments);
  }

  private Expr.Argument argument() throws SyntaxException {
    int start = in.at;
    String name = in.snake();
    if (name != null && in.skip(":")) {
      return new Expr.Argument(name, queries.mustQuery());
    }
    in.at = start;
    return new Expr.Argument(null, queries.mustQuery());
  }
}

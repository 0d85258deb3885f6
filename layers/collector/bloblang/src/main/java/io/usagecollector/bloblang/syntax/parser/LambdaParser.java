package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code name -> body}, and which names stand for a parameter at the moment. */
final class LambdaParser {
  private final Scanner in;
  private final QueryParser queries;
  private final List<String> names = new ArrayList<>();

  LambdaParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
  }

  /** Whether a name is the parameter of a lambda around this place. */
  boolean binds(String name) {
    return names.contains(name);
  }

  @Nullable Expr lambda() throws SyntaxException {
    int start = in.at;
    String name = in.ident();
    if (name == null || !in.someBlanks() || !in.skip("->") || !in.someBlanks()) {
      return null;
    }
    Expr body = name.equals("_") ? queries.mustQuery() : body(start, name);
    if (body instanceof Expr.Lambda inner) {
      throw in.broken(
          start,
          "`"
              + name
              + " -> "
              + inner.name()
              + " ->` would capture the same context twice: use one name");
    }
    return new Expr.Lambda(start, name, body);
  }

  private Expr body(int start, String name) throws SyntaxException {
    if (names.contains(name)) {
      throw in.broken(start, "context label `" + name + "` would shadow a parent context");
    }
    if (name.equals("root") || name.equals("this")) {
      throw in.broken(start, "context label `" + name + "` is not allowed");
    }
    names.add(name);
    Expr body = queries.mustQuery();
    names.removeLast();
    return body;
  }
}

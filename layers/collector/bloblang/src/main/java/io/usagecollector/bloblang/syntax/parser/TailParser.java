package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/** The steps below a primary: fields, method calls, bracketed queries, Bento's brackets. */
final class TailParser {
  /** As many steps as one chain may have; each is a call deeper when it runs. */
  static final int MAX_STEPS = 1000;

  private final Scanner in;
  private final QueryParser queries;
  private final ArgumentParser arguments;

  TailParser(Scanner in, QueryParser queries, ArgumentParser arguments) {
    this.in = in;
    this.queries = queries;
    this.arguments = arguments;
  }

  /** A primary with all steps that follow it. */
  Expr after(Expr primary) throws SyntaxException {
    Expr expr = primary;
    int length = 0;
    while (in.is('.') || in.is('[')) {
      if (++length > MAX_STEPS) {
        throw in.broken(in.at, "a chain of more than " + MAX_STEPS + " steps");
      }
      expr = in.is('[') ? bracket(expr) : step(expr);
    }
    return expr;
  }

  private Expr step(Expr target) throws SyntaxException {
    in.at++;
    in.space();
    int start = in.at;
    if (in.skip("(")) {
      return mapTo(start, target);
    }
    String method = in.snake();
    if (method != null && in.is('(')) {
      return new Expr.MethodCall(start, target, method, arguments.arguments());
    }
    in.at = start;
    return new Expr.Field(start, target, field());
  }

  private Expr mapTo(int start, Expr target) throws SyntaxException {
    in.space();
    Expr query = queries.mustQuery();
    in.space();
    in.must(')');
    return new Expr.MapTo(start, target, query);
  }

  private Str field() throws SyntaxException {
    Str name = in.name();
    if (name == null) {
      throw in.broken(in.at, "expected a field, a method call or a bracketed query after `.`");
    }
    return name;
  }

  private Expr bracket(Expr target) throws SyntaxException {
    int start = in.at++;
    in.space();
    Expr low = in.is(':') ? null : queries.mustQuery();
    in.space();
    if (low != null && in.skip("]")) {
      return new Expr.Index(start, target, low);
    }
    in.must(':');
    in.space();
    Expr high = in.is(':') ? null : bound();
    Expr step = null;
    if (in.skip(":")) {
      in.space();
      step = bound();
    }
    in.must(']');
    return new Expr.Slice(start, target, low, high, step);
  }

  /** A bound of a slice and the space after it, or null where the brackets close. */
  private @Nullable Expr bound() throws SyntaxException {
    Expr bound = in.is(']') ? null : queries.mustQuery();
    in.space();
    return bound;
  }
}

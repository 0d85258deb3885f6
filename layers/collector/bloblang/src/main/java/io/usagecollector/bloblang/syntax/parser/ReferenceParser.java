package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import org.jspecify.annotations.Nullable;

/** What names something: function calls, metadata, variables, contexts and fields. */
final class ReferenceParser {
  private final Scanner in;
  private final ArgumentParser arguments;
  private final LambdaParser lambdas;

  ReferenceParser(Scanner in, ArgumentParser arguments, LambdaParser lambdas) {
    this.in = in;
    this.arguments = arguments;
    this.lambdas = lambdas;
  }

  @Nullable Expr reference() throws SyntaxException {
    int start = in.at;
    String function = in.snake();
    if (function != null && in.is('(')) {
      return new Expr.FunctionCall(start, function, arguments.arguments());
    }
    in.at = start;
    if (in.skip("@")) {
      Str key = in.name();
      return new Expr.Metadata(start, key == null ? Str.EMPTY : key);
    }
    boolean variable = in.skip("$");
    String name = in.ident();
    if (name == null) {
      return null;
    }
    return variable ? new Expr.Variable(start, name) : named(start, name);
  }

  private Expr named(int start, String name) {
    if (name.equals("this")) {
      return new Expr.This(start);
    }
    if (name.equals("root")) {
      return new Expr.Root(start);
    }
    return lambdas.binds(name)
        ? new Expr.Named(start, name)
        : new Expr.Field(start, new Expr.This(start), Str.of(name));
  }
}

package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements inside files, maps and if blocks. */
class StatementParser extends ExprParser {
  StatementParser(Source source) {
    super(source);
  }

  /**
   * Where a statement stands: lines count from {@code start}, metadata cannot be written inside
   * maps.
   */
  record Scope(int start, boolean metadata) {}

  /** A let, a metadata assignment, an assignment or an if; null if it is none. */
  final @Nullable Statement statement(Scope scope) throws SyntaxException {
    int start = at;
    Statement statement = let(scope);
    if (statement == null) {
      at = start;
      statement = meta(scope);
    }
    if (statement == null) {
      at = start;
      statement = assign(scope);
    }
    if (statement == null) {
      at = start;
      statement = ifStatement(scope);
    }
    if (statement == null) {
      at = start;
    }
    return statement;
  }

  private int line(Scope scope, int offset) {
    return source.originLine(scope.start, offset);
  }

  private @Nullable Statement let(Scope scope) throws SyntaxException {
    int start = at;
    if (!text.startsWith("let", at)) {
      return null;
    }
    at += 3;
    if (!someBlanks()) {
      return null;
    }
    String name = name("a variable name");
    Expr value = someBlanks() ? assigned() : null;
    return value == null ? null : new Statement.Let(line(scope, start), start, name, value);
  }

  /** A quoted or bare name that must be here. */
  final String name(String what) throws SyntaxException {
    Str quoted = is('"') ? quoted() : null;
    String name = quoted == null ? ident() : quoted.toString();
    if (name == null) {
      throw broken(at, "expected " + what);
    }
    return name;
  }

  /** {@code =}, a blank and a query. */
  private @Nullable Expr assigned() throws SyntaxException {
    return take('=') && someBlanks() ? query() : null;
  }

  private @Nullable Statement meta(Scope scope) throws SyntaxException {
    int start = at;
    if (!text.startsWith("meta", at)) {
      return null;
    }
    at += 4;
    if (!someBlanks()) {
      return null;
    }
    Str key = is('"') ? quoted() : null;
    String bare = key == null ? ident() : null;
    blanks();
    Expr value = assigned();
    if (value == null) {
      return null;
    }
    if (!scope.metadata) {
      throw broken(start, "setting meta fields is not allowed within this block");
    }
    return new Statement.Meta(line(scope, start), start, bare == null ? key : Str.of(bare), value);
  }

  private @Nullable Statement assign(Scope scope) throws SyntaxException {
    int start = at;
    List<Str> path = path();
    if (path == null || !someBlanks()) {
      return null;
    }
    Expr value = assigned();
    return value == null ? null : new Statement.Assign(line(scope, start), start, path, value);
  }

  private @Nullable List<Str> path() throws SyntaxException {
    String first = ident();
    if (first == null) {
      miss("a statement");
      return null;
    }
    List<Str> path = new ArrayList<>();
    path.add(Str.of(first));
    while (is('.')) {
      int dot = at++;
      Str quoted = is('"') ? quoted() : null;
      String bare = quoted == null ? ident() : null;
      if (quoted == null && bare == null) {
        miss("a target path");
        at = dot;
        return path.size() == 1 ? withoutRoot(path) : null;
      }
      path.add(bare == null && quoted != null ? quoted : Str.of(String.valueOf(bare)));
    }
    return withoutRoot(path);
  }

  private static List<Str> withoutRoot(List<Str> path) {
    return path.get(0).equals(Str.of("root")) ? path.subList(1, path.size()) : path;
  }

  private @Nullable Statement ifStatement(Scope scope) throws SyntaxException {
    int start = at;
    if (!text.startsWith("if", at)) {
      return null;
    }
    at += 2;
    if (!someBlanks()) {
      return null;
    }
    Scope inner = new Scope(scope.start, true);
    List<Statement.Arm> arms = new ArrayList<>();
    do {
      Expr condition = mustQuery();
      space();
      List<Statement> body = block(inner);
      if (body == null) {
        return null;
      }
      arms.add(new Statement.Arm(condition, body));
    } while (elseIf());
    int before = at;
    space();
    if (text.startsWith("else", at)) {
      at += 4;
      space();
      List<Statement> body = block(inner);
      if (body != null) {
        arms.add(new Statement.Arm(null, body));
        return new Statement.If(line(scope, start), start, arms);
      }
    }
    at = before;
    return new Statement.If(line(scope, start), start, arms);
  }

  /** Statements in braces, split by line breaks; null if it is no such thing. */
  final @Nullable List<Statement> block(Scope scope) throws SyntaxException {
    if (!take('{')) {
      return null;
    }
    nest();
    space();
    List<Statement> body = new ArrayList<>();
    while (true) {
      Statement next = statement(scope);
      if (next == null) {
        break;
      }
      body.add(next);
      int before = at;
      blanks();
      if (!newline()) {
        at = before;
        break;
      }
      space();
    }
    unnest();
    space();
    return take('}') ? List.copyOf(body) : null;
  }
}

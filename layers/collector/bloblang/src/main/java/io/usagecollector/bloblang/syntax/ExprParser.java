package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expressions. Every method answers null, with the place restored, where the text is something
 * else.
 */
class ExprParser extends LiteralParser {
  /** As deep as brackets, lambdas and the like may nest; what people write is below 20. */
  static final int MAX_NESTING = 120;

  /** Operators in the order in which they are tried. */
  private static final Operator[] OPERATORS = {
    Operator.ADD,
    Operator.SUBTRACT,
    Operator.DIVIDE,
    Operator.MULTIPLY,
    Operator.MODULO,
    Operator.AND,
    Operator.OR,
    Operator.EQUAL,
    Operator.UNEQUAL,
    Operator.AT_LEAST,
    Operator.AT_MOST,
    Operator.MORE,
    Operator.LESS,
    Operator.COALESCE
  };

  private final List<String> names = new ArrayList<>();

  /**
   * What was found at an offset before: an alternative that is given up must not cost twice, let
   * alone 2 to the depth.
   */
  private final Map<Integer, Parsed> seen = new HashMap<>();

  private int nesting;

  private record Parsed(@Nullable Expr expr, int end) {}

  ExprParser(Source source) {
    super(source);
  }

  /** A query, or null. */
  final @Nullable Expr query() throws SyntaxException {
    int start = at;
    Parsed known = seen.get(start);
    if (known == null) {
      nest();
      Expr expr = operation();
      unnest();
      known = new Parsed(expr, expr == null ? start : at);
      seen.put(start, known);
    }
    at = known.end;
    return known.expr;
  }

  /** Goes one level deeper, if that is allowed. */
  final void nest() throws SyntaxException {
    if (++nesting > MAX_NESTING) {
      throw broken(at, "the mapping nests deeper than " + MAX_NESTING + " levels");
    }
  }

  final void unnest() {
    nesting--;
  }

  /** A query that must be here. */
  final Expr mustQuery() throws SyntaxException {
    Expr expr = query();
    if (expr == null) {
      throw deepestMiss();
    }
    return expr;
  }

  private @Nullable Expr operation() throws SyntaxException {
    blanks();
    int start = at;
    Expr.Operand first = operand();
    if (first == null) {
      return null;
    }
    List<Expr.Operand> operands = new ArrayList<>(List.of(first));
    List<Expr.OperatorAt> operators = new ArrayList<>();
    while (true) {
      int before = at;
      blanks();
      int place = at;
      Operator operator = operator();
      if (operator == null) {
        at = before;
        break;
      }
      space();
      Expr.Operand next = operand();
      if (next == null) {
        return null;
      }
      operators.add(new Expr.OperatorAt(operator, place));
      operands.add(next);
    }
    return operators.isEmpty() && !first.negated()
        ? first.term()
        : new Expr.Operation(start, List.copyOf(operands), List.copyOf(operators));
  }

  private @Nullable Operator operator() {
    for (Operator candidate : OPERATORS) {
      if (text.startsWith(candidate.symbol(), at)) {
        at += candidate.symbol().length();
        return candidate;
      }
    }
    return null;
  }

  private Expr.@Nullable Operand operand() throws SyntaxException {
    boolean negated = is('-');
    if (negated) {
      at++;
      space();
    }
    Expr term = term();
    return term == null ? null : new Expr.Operand(negated, term);
  }

  private @Nullable Expr term() throws SyntaxException {
    int start = at;
    boolean not = is('!');
    if (not) {
      at++;
      blanks();
    }
    Expr expr = primary();
    if (expr == null) {
      return null;
    }
    expr = tails(expr);
    return not ? new Expr.Not(start, expr) : expr;
  }

  private Expr tails(Expr first) throws SyntaxException {
    Expr expr = first;
    int length = 0;
    while (is('.') || is('[')) {
      if (++length > 1000) {
        throw broken(at, "a chain of more than 1000 steps");
      }
      expr = is('[') ? bracket(expr) : tail(expr);
    }
    return expr;
  }

  private Expr tail(Expr target) throws SyntaxException {
    at++;
    space();
    int start = at;
    if (is('(')) {
      at++;
      space();
      Expr query = mustQuery();
      space();
      must(')');
      return new Expr.MapTo(start, target, query);
    }
    String method = snake();
    if (method != null && is('(')) {
      return new Expr.MethodCall(start, target, method, arguments());
    }
    at = start;
    String name = ident();
    if (name != null) {
      return new Expr.Field(start, target, Str.of(name));
    }
    Str quoted = is('"') ? quoted() : null;
    if (quoted == null) {
      throw broken(at, "expected a field, a method call or a bracketed query after `.`");
    }
    return new Expr.Field(start, target, quoted);
  }

  private List<Expr.Argument> arguments() throws SyntaxException {
    List<Expr.Argument> arguments = new ArrayList<>();
    at++;
    space();
    while (!is(')')) {
      arguments.add(argument());
      int before = at;
      blanks();
      if (is(',')) {
        at++;
        space();
        continue;
      }
      at = before;
      space();
      must(')');
      return arguments;
    }
    at++;
    return arguments;
  }

  private Expr.Argument argument() throws SyntaxException {
    int start = at;
    String name = snake();
    if (name != null && is(':')) {
      at++;
      return new Expr.Argument(name, mustQuery());
    }
    at = start;
    return new Expr.Argument(null, mustQuery());
  }

  private Expr bracket(Expr target) throws SyntaxException {
    int start = at++;
    space();
    Expr low = is(':') ? null : mustQuery();
    space();
    if (low != null && is(']')) {
      at++;
      return new Expr.Index(start, target, low);
    }
    must(':');
    space();
    Expr high = is(':') || is(']') ? null : mustQuery();
    space();
    Expr step = null;
    if (is(':')) {
      at++;
      space();
      step = is(']') ? null : mustQuery();
      space();
    }
    must(']');
    return new Expr.Slice(start, target, low, high, step);
  }

  private @Nullable Expr primary() throws SyntaxException {
    int start = at;
    Expr expr = branching();
    if (expr == null) {
      at = start;
      expr = lambda();
    }
    if (expr == null) {
      at = start;
      expr = bracketed();
    }
    if (expr == null) {
      at = start;
      expr = literal();
    }
    if (expr == null) {
      at = start;
      expr = reference();
    }
    if (expr == null) {
      at = start;
      miss("an expression");
    }
    return expr;
  }

  private @Nullable Expr branching() throws SyntaxException {
    if (text.startsWith("match", at)) {
      Expr match = match();
      if (match != null) {
        return match;
      }
    }
    return text.startsWith("if", at) ? ifExpression() : null;
  }

  private @Nullable Expr match() throws SyntaxException {
    int start = at;
    at += "match".length();
    if (!someBlanks()) {
      at = start;
      return null;
    }
    Expr subject = query();
    space();
    must('{');
    space();
    List<Expr.Case> cases = new ArrayList<>();
    while (true) {
      int before = at;
      Expr.Case next = matchCase();
      if (next == null) {
        at = before;
        break;
      }
      cases.add(next);
      before = at;
      blanks();
      if (!(is(',') ? take(',') : newline())) {
        at = before;
        break;
      }
      space();
    }
    space();
    if (!is('}')) {
      miss("`}`");
      throw deepestMiss();
    }
    at++;
    return new Expr.Match(start, subject, cases);
  }

  private Expr.@Nullable Case matchCase() throws SyntaxException {
    int start = at;
    if (is('_')) {
      at++;
      blanks();
      if (takeWord("=>")) {
        blanks();
        Expr result = query();
        return result == null ? null : new Expr.Case(null, result);
      }
      at = start;
    }
    Expr pattern = query();
    if (pattern == null) {
      return null;
    }
    blanks();
    if (!takeWord("=>")) {
      return null;
    }
    blanks();
    Expr result = query();
    return result == null ? null : new Expr.Case(pattern, result);
  }

  private @Nullable Expr ifExpression() throws SyntaxException {
    int start = at;
    at += "if".length();
    if (!someBlanks()) {
      return null;
    }
    List<Expr.Branch> branches = new ArrayList<>();
    branches.add(branch());
    while (elseIf()) {
      branches.add(branch());
    }
    return new Expr.If(start, branches, otherwise());
  }

  private Expr.Branch branch() throws SyntaxException {
    Expr condition = mustQuery();
    return new Expr.Branch(condition, braced());
  }

  private Expr braced() throws SyntaxException {
    space();
    must('{');
    space();
    Expr result = mustQuery();
    space();
    must('}');
    return result;
  }

  /** {@code else if} and a blank. */
  final boolean elseIf() {
    int start = at;
    space();
    if (text.startsWith("else if", at)) {
      at += "else if".length();
      if (someBlanks()) {
        return true;
      }
    }
    at = start;
    return false;
  }

  private @Nullable Expr otherwise() throws SyntaxException {
    int start = at;
    space();
    if (!text.startsWith("else", at)) {
      at = start;
      return null;
    }
    at += "else".length();
    return braced();
  }

  private @Nullable Expr lambda() throws SyntaxException {
    int start = at;
    String name = ident();
    if (name == null || !someBlanks() || !text.startsWith("->", at)) {
      return null;
    }
    at += 2;
    if (!someBlanks()) {
      return null;
    }
    boolean binds = !name.equals("_");
    if (binds) {
      declare(name, start);
    }
    Expr body = mustQuery();
    if (binds) {
      names.remove(names.size() - 1);
    }
    if (body instanceof Expr.Lambda inner) {
      throw broken(
          start,
          "`"
              + name
              + " -> "
              + inner.name()
              + " ->` would capture the same context twice: use one name");
    }
    return new Expr.Lambda(start, name, body);
  }

  private void declare(String name, int start) throws SyntaxException {
    if (names.contains(name)) {
      throw broken(start, "context label `" + name + "` would shadow a parent context");
    }
    if (name.equals("root") || name.equals("this")) {
      throw broken(start, "context label `" + name + "` is not allowed");
    }
    names.add(name);
  }

  private @Nullable Expr bracketed() throws SyntaxException {
    if (!is('(')) {
      return null;
    }
    at++;
    space();
    Expr inner = query();
    if (inner == null) {
      return null;
    }
    space();
    must(')');
    return inner;
  }

  private @Nullable Expr literal() throws SyntaxException {
    int start = at;
    Value scalar = scalar();
    if (scalar != null) {
      return new Expr.Literal(start, scalar);
    }
    return is('[') ? array() : is('{') ? object() : null;
  }

  private @Nullable Expr array() throws SyntaxException {
    int start = at++;
    space();
    List<Expr> elements = new ArrayList<>();
    while (true) {
      int before = at;
      Expr element = query();
      if (element == null) {
        at = before;
        break;
      }
      elements.add(element);
      if (!comma()) {
        break;
      }
    }
    space();
    return take(']') ? new Expr.ArrayOf(start, List.copyOf(elements)) : null;
  }

  /** A comma, with line breaks after it but none before it. */
  private boolean comma() {
    int before = at;
    blanks();
    if (take(',')) {
      space();
      return true;
    }
    at = before;
    return false;
  }

  private @Nullable Expr object() throws SyntaxException {
    int start = at++;
    space();
    List<Expr.Member> members = new ArrayList<>();
    while (true) {
      int before = at;
      Expr.Member member = member();
      if (member == null) {
        at = before;
        break;
      }
      members.add(member);
      if (!comma()) {
        break;
      }
    }
    space();
    return take('}') ? new Expr.ObjectOf(start, List.copyOf(members)) : null;
  }

  private Expr.@Nullable Member member() throws SyntaxException {
    boolean isQuoted = is('"');
    int start = at;
    Str literal = isQuoted ? quoted() : null;
    Expr key = literal != null ? new Expr.Literal(start, literal) : query();
    if (key == null) {
      return null;
    }
    blanks();
    if (!take(':')) {
      return null;
    }
    space();
    Expr value = query();
    return value == null ? null : new Expr.Member(key, isQuoted, value);
  }

  private @Nullable Expr reference() throws SyntaxException {
    int start = at;
    String function = snake();
    if (function != null && is('(')) {
      return new Expr.FunctionCall(start, function, arguments());
    }
    at = start;
    if (is('@')) {
      at++;
      return metadata(start);
    }
    if (is('$')) {
      at++;
      String name = ident();
      return name == null ? null : new Expr.Variable(start, name);
    }
    String name = ident();
    return name == null ? null : named(start, name);
  }

  private Expr metadata(int start) throws SyntaxException {
    String name = ident();
    if (name != null) {
      return new Expr.Metadata(start, Str.of(name));
    }
    Str quoted = is('"') ? quoted() : null;
    return new Expr.Metadata(start, quoted == null ? Str.EMPTY : quoted);
  }

  private Expr named(int start, String name) {
    if (name.equals("this")) {
      return new Expr.This(start);
    }
    if (name.equals("root")) {
      return new Expr.Root(start);
    }
    return names.contains(name)
        ? new Expr.Named(start, name)
        : new Expr.Field(start, new Expr.This(start), Str.of(name));
  }
}

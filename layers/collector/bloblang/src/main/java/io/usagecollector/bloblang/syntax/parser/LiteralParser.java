package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scalars, arrays and objects. A line may break after a comma, not before. */
final class LiteralParser {
  private final Scanner in;
  private final QueryParser queries;
  private final ScalarParser scalars;

  LiteralParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
    this.scalars = new ScalarParser(in);
  }

  @Nullable Expr literal() throws SyntaxException {
    int start = in.at;
    Value scalar = scalars.scalar();
    if (scalar != null) {
      return new Expr.Literal(start, scalar);
    }
    if (in.skip("[")) {
      List<Expr> elements = list(queries::query);
      return in.take(']') ? new Expr.ArrayOf(start, elements) : null;
    }
    if (in.skip("{")) {
      List<Expr.Member> members = list(this::member);
      return in.take('}') ? new Expr.ObjectOf(start, members) : null;
    }
    return null;
  }

  /** An item of a list, or null. */
  private interface Item<T> {
    @Nullable T parse() throws SyntaxException;
  }

  /** As many items as there are, and the space around them. */
  private <T> List<T> list(Item<T> item) throws SyntaxException {
    List<T> items = new ArrayList<>();
    in.space();
    int before = in.at;
    for (T next = item.parse(); next != null; next = item.parse()) {
      items.add(next);
      boolean more = in.comma();
      before = in.at;
      if (!more) {
        break;
      }
    }
    in.at = before;
    in.space();
    return List.copyOf(items);
  }

  private Expr.@Nullable Member member() throws SyntaxException {
    int start = in.at;
    Str quoted = in.is('"') ? in.quoted() : null;
    Expr key = quoted != null ? new Expr.Literal(start, quoted) : queries.query();
    if (key == null) {
      return null;
    }
    in.blanks();
    if (!in.take(':')) {
      return null;
    }
    in.space();
    Expr value = queries.query();
    return value == null ? null : new Expr.Member(key, quoted != null, value);
  }
}

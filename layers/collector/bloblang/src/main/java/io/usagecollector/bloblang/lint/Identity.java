package io.usagecollector.bloblang.lint;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a billing service tells an event by, and bills it to. */
final class Identity {
  private static final Set<String> FIELDS =
      Set.of("event_id", "timestamp", "external_customer_id", "event_name");

  private Identity() {}

  /** A field of the event's identity and a value it is given. */
  record Decided(String field, Expr value) {}

  static Stream<Decided> in(Tree tree) {
    return tree.assignments().flatMap(Identity::in);
  }

  private static Stream<Decided> in(Statement.Assign assign) {
    List<Str> path = assign.path();
    if (path.isEmpty()) {
      return Tree.results(assign.value()).flatMap(Identity::members);
    }
    return path.size() == 1 ? decided(path.getFirst().toString(), assign.value()) : Stream.empty();
  }

  private static Stream<Decided> members(Expr expr) {
    return expr instanceof Expr.ObjectOf object
        ? object.members().stream()
            .filter(member -> member.key() instanceof Expr.Literal)
            .flatMap(member -> decided(name(member.key()), member.value()))
        : Stream.empty();
  }

  private static String name(Expr key) {
    return key instanceof Expr.Literal literal ? literal.value().toString() : "";
  }

  private static Stream<Decided> decided(String field, Expr value) {
    return FIELDS.contains(field) ? Stream.of(new Decided(field, value)) : Stream.empty();
  }
}

package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a billing service tells an event by, and bills it to. */
public final class Identity {
  private static final Set<String> FIELDS =
      Set.of("event_id", "timestamp", "external_customer_id", "event_name");

  private final MappingTree tree;
  private final Definitions definitions;
  private final Set<Expr> seen = new HashSet<>();

  private Identity(MappingTree tree) {
    this.tree = tree;
    this.definitions = new Definitions(tree);
  }

  /** A field of the event's identity and a value it is given. */
  public record Decided(String field, Expr value) {}

  public static Stream<Decided> in(MappingTree tree) {
    return tree.assignments().flatMap(new Identity(tree)::in);
  }

  private Stream<Decided> in(Statement.Assign assign) {
    List<Str> path = assign.path();
    if (path.isEmpty()) {
      return document(assign.value());
    }
    return path.size() == 1 ? decided(path.getFirst().toString(), assign.value()) : Stream.empty();
  }

  /** What an expression that becomes the event, or is merged into it, decides. */
  private Stream<Decided> document(Expr expr) {
    return MappingTree.results(expr).filter(seen::add).flatMap(this::result);
  }

  private Stream<Decided> result(Expr result) {
    return switch (result) {
      case Expr.ObjectOf object -> members(object);
      case Expr.MethodCall call -> made(call);
      case Expr.Lambda each -> document(each.body());
      case Expr.Variable variable -> definitions.of(variable).stream().flatMap(this::document);
      default -> Stream.empty();
    };
  }

  private Stream<Decided> made(Expr.MethodCall call) {
    Stream<Expr> given = call.arguments().stream().map(Expr.Argument::value);
    return switch (call.name()) {
      case "merge", "assign", "or", "catch" ->
          Stream.concat(Stream.of(call.target()), given).flatMap(this::document);
      case "map_each" -> given.flatMap(this::document);
      case "without", "filter" -> document(call.target());
      case "apply" -> tree.applied(call).flatMap(this::in);
      default -> Stream.empty();
    };
  }

  private static Stream<Decided> members(Expr.ObjectOf object) {
    return object.members().stream()
        .filter(member -> member.key() instanceof Expr.Literal)
        .flatMap(member -> decided(name(member.key()), member.value()));
  }

  private static String name(Expr key) {
    return key instanceof Expr.Literal literal ? literal.value().toString() : "";
  }

  private static Stream<Decided> decided(String field, Expr value) {
    return FIELDS.contains(field) ? Stream.of(new Decided(field, value)) : Stream.empty();
  }
}

package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the maps of a program can apply themselves, directly or in a circle, so that a run may go
 * deep.
 */
final class Recursion {
  /** Stands for any map: an {@code apply} whose argument is only known at run time. */
  private static final String ANY = "";

  private final Map<String, Set<String>> applied = new HashMap<>();

  private Recursion(Program program) {
    for (Program.NamedMap map : program.maps()) {
      applied.put(map.name(), applications(map.body()));
    }
  }

  static boolean isPossible(Program program) {
    Recursion recursion = new Recursion(program);
    return recursion.applied.keySet().stream().anyMatch(recursion::reachesItself);
  }

  private boolean reachesItself(String start) {
    Set<String> reached = new HashSet<>();
    Set<String> next = applied.getOrDefault(start, Set.of());
    while (!next.isEmpty()) {
      if (next.contains(start) || next.contains(ANY)) {
        return true;
      }
      reached.addAll(next);
      Set<String> further = new HashSet<>();
      next.forEach(name -> further.addAll(applied.getOrDefault(name, Set.of())));
      further.removeAll(reached);
      next = further;
    }
    return false;
  }

  private static Set<String> applications(List<Statement> statements) {
    Set<String> names = new HashSet<>();
    expressions(statements).forEach(expr -> collect(expr, names));
    return names;
  }

  /** The outermost expressions of statements. */
  static Stream<Expr> expressions(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement ->
            switch (statement) {
              case Statement.Let s -> Stream.of(s.value());
              case Statement.Meta s -> Stream.of(s.value());
              case Statement.Assign s -> Stream.of(s.value());
              case Statement.If s ->
                  s.arms().stream()
                      .flatMap(arm ->
                          Stream.concat(
                              Stream.ofNullable(arm.condition()), expressions(arm.body())));
            });
  }

  private static void collect(Expr expr, Set<String> names) {
    if (expr instanceof Expr.MethodCall call
        && call.name().equals("apply")
        && call.arguments().size() == 1) {
      Expr argument = call.arguments().get(0).value();
      names.add(
          argument instanceof Expr.Literal literal && literal.value() instanceof Str s
              ? s.toString()
              : ANY);
    }
    Children.of(expr).forEach(child -> collect(child, names));
  }
}

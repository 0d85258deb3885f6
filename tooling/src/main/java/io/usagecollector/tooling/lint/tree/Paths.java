package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths below {@code this} and {@code root}. */
public final class Paths {
  private Paths() {}

  /** {@code [a, b]} of {@code this.a.b} or {@code a.b}; null of anything else. */
  public static @Nullable List<Str> ofThis(Expr expr) {
    Deque<Str> path = new ArrayDeque<>();
    return below(expr, path) instanceof Expr.This ? List.copyOf(path) : null;
  }

  /** {@code [a, b]} of {@code root.a.b}; null of anything else. */
  public static @Nullable List<Str> ofRoot(Expr expr) {
    Deque<Str> path = new ArrayDeque<>();
    return below(expr, path) instanceof Expr.Root ? List.copyOf(path) : null;
  }

  private static Expr below(Expr expr, Deque<Str> path) {
    Expr at = expr;
    while (at instanceof Expr.Field field) {
      path.addFirst(field.name());
      at = field.target();
    }
    return at;
  }

  public static String text(List<Str> path) {
    return path.stream().map(Str::toString).collect(Collectors.joining("."));
  }
}

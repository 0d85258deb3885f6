package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.List;

/**
 * Whether a variable can come to alias a part of the document being built: whether some {@code let}
 * reads {@code root}.
 */
final class Aliasing {
  private Aliasing() {}

  static boolean isPossible(List<Statement> statements) {
    return statements.stream()
        .anyMatch(statement ->
            switch (statement) {
              case Statement.Let s -> readsRoot(s.value());
              case Statement.If s -> s.arms().stream().anyMatch(arm -> isPossible(arm.body()));
              case Statement.Assign s -> false;
              case Statement.Meta s -> false;
            });
  }

  private static boolean readsRoot(Expr expr) {
    return expr instanceof Expr.Root || Children.of(expr).anyMatch(Aliasing::readsRoot);
  }
}

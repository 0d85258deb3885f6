package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.value.Str;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement; {@code line} counts from the start of the file, or of the map it stands in, as error
 * texts do.
 */
public sealed interface Statement {
  int line();

  /** {@code let name = value}. */
  record Let(int line, int at, String name, Expr value) implements Statement {}

  /** {@code meta key = value}; without a key, all metadata. */
  record Meta(int line, int at, @Nullable Str key, Expr value) implements Statement {}

  /** {@code root.path = value}; an empty path is the whole document. */
  record Assign(int line, int at, List<Str> path, Expr value) implements Statement {}

  /** {@code if c { ... } else if d { ... } else { ... }}. */
  record If(int line, int at, List<Arm> arms) implements Statement {}

  /** An arm; the last one may have no condition. */
  record Arm(@Nullable Expr condition, List<Statement> body) {}
}

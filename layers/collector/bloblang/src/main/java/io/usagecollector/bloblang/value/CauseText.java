package io.usagecollector.bloblang.value;

import java.util.List;

/** The words of a {@link Cause}, with or without what came from the event. */
record CauseText(boolean withValues) {
  String of(Cause cause) {
    return switch (cause) {
      case Cause.WrongType c -> wrongType(c);
      case Cause.Mismatch c ->
          "cannot %s types %s (from %s) and %s (from %s)"
              .formatted(c.operation(), c.left(), c.leftSource(), c.right(), c.rightSource());
      case Cause.NoContext c ->
          c.field().isEmpty()
              ? "context was undefined"
              : "context was undefined, unable to reference `" + c.field() + "`";
      case Cause.Words c -> withValues ? c.text() : c.valueFree();
      case Cause.From c -> c.source() + ": " + of(c.cause());
      case Cause.Wrapped c ->
          (withValues ? c.prefix() : c.valueFreePrefix()) + ": " + of(c.cause());
      case Cause.Hidden c -> withValues ? of(c.cause()) : c.instead();
      case Cause.Assignment c -> "failed assignment (line " + c.line() + "): " + of(c.cause());
      case Cause.Stacks c ->
          "entering %s exceeded maximum allowed stacks of %d, this could be due to unbounded recursion"
              .formatted(c.map(), c.limit());
    };
  }

  private String wrongType(Cause.WrongType c) {
    StringBuilder out =
        new StringBuilder(c.expected().isEmpty() ? "unexpected value" : "expected ");
    if (!c.expected().isEmpty()) {
      out.append(listed(c.expected())).append(" value");
    }
    out.append(", got ").append(c.got().kind());
    if (c.source() != null) {
      out.append(" from ").append(c.source());
    }
    return out.append(withValues ? shown(c.got()) : "").toString();
  }

  private static String listed(List<String> expected) {
    int last = expected.size() - 1;
    return last == 0
        ? expected.get(0)
        : String.join(", ", expected.subList(0, last)) + " or " + expected.get(last);
  }

  private static String shown(Value got) {
    return switch (got) {
      case Str s -> " (\"" + s + "\")";
      case Bool b -> " (" + b + ")";
      case Num n -> " (" + n + ")";
      case Null n -> "";
      case Bin b -> "";
      case Time t -> "";
      case Arr a -> "";
      case Obj o -> "";
      case Absent a -> "";
      case Err e -> "";
    };
  }
}

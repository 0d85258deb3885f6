package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A syntax tree as text, whole, but without where things stood. */
final class Outline {
  private static final Set<String> PLACES = Set.of("at", "line");

  private Outline() {}

  static String of(Object tree) {
    return switch (tree) {
      case null -> "none";
      case Source source -> "";
      case List<?> list ->
          list.stream().map(Outline::of).collect(Collectors.joining(", ", "[", "]"));
      case Str s -> "string " + Printer.quoted(s);
      case Value v -> v.getClass().getSimpleName() + " " + v;
      case Record node ->
          Arrays.stream(node.getClass().getRecordComponents())
              .filter(part -> !PLACES.contains(part.getName()))
              .map(part -> of(value(node, part)))
              .collect(Collectors.joining(", ", node.getClass().getSimpleName() + "(", ")"));
      default -> tree.toString();
    };
  }

  private static Object value(Record node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}

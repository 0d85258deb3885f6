package io.usagecollector.bloblang.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.Example;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.ParamType;
import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.parser.Parsed;
import io.usagecollector.bloblang.syntax.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls of one function or method: on {@code this.r}, with arguments {@code this.a}, {@code
 * this.b}, ... of the event, and with those of its own examples, each replaced in turn.
 */
final class CallsOnEvents {
  private static final List<String> EVENT =
      List.of("this.a", "this.b", "this.c", "this.d", "this.e");

  private static final List<String> QUERIES =
      List.of(
          "x -> x",
          "x -> x.number()",
          "x -> throw(x.string())",
          "x -> x.value + 1",
          "x -> x - 1",
          "x -> {(x.key): x.value.number()}",
          "this.number()",
          "this.uppercase()",
          "this.left < this.right",
          "this.a.number()");

  private CallsOnEvents() {}

  static Set<String> ofMethod(Doc doc) {
    Set<String> calls = new LinkedHashSet<>();
    arguments(doc).forEach(list -> calls.add("this.r." + doc.name() + "(" + list + ")"));
    return calls;
  }

  static Set<String> ofFunction(Doc doc) {
    Set<String> calls = new LinkedHashSet<>();
    arguments(doc).forEach(list -> calls.add(doc.name() + "(" + list + ")"));
    return calls;
  }

  private static Stream<String> arguments(Doc doc) {
    List<List<String>> lists = new ArrayList<>();
    for (int given = 0; given <= (doc.variadic() ? 3 : doc.params().size()); given++) {
      lists.addAll(ofEvent(doc, given));
    }
    for (List<String> shown : shown(doc)) {
      lists.add(shown);
      for (int i = 0; i < Math.min(shown.size(), EVENT.size()); i++) {
        List<String> mixed = new ArrayList<>(shown);
        mixed.set(i, EVENT.get(i));
        lists.add(mixed);
      }
    }
    return lists.stream().map(list -> String.join(", ", list));
  }

  private static List<List<String>> ofEvent(Doc doc, int given) {
    boolean query =
        doc.params().stream().limit(given).map(Param::type).anyMatch(t -> t == ParamType.QUERY);
    List<List<String>> lists = new ArrayList<>();
    for (String body : query ? QUERIES : List.of("")) {
      List<String> list = new ArrayList<>(EVENT.subList(0, given));
      for (int i = 0; i < Math.min(given, doc.params().size()); i++) {
        if (doc.params().get(i).type() == ParamType.QUERY) {
          list.set(i, body);
        }
      }
      lists.add(list);
    }
    return lists;
  }

  /** The arguments of the calls in its examples. */
  private static List<List<String>> shown(Doc doc) {
    List<List<String>> lists = new ArrayList<>();
    for (Example example : doc.examples()) {
      Parsed parsed = Parser.parse(example.mapping(), ImportSource.none());
      assertThat(parsed.errors()).isEmpty();
      parsed.program().statements().forEach(statement -> collect(statement, doc.name(), lists));
    }
    return lists;
  }

  private static void collect(Statement statement, String name, List<List<String>> into) {
    switch (statement) {
      case Statement.Let s -> collect(s.value(), name, into);
      case Statement.Meta s -> collect(s.value(), name, into);
      case Statement.Assign s -> collect(s.value(), name, into);
      case Statement.If s ->
          s.arms().forEach(arm -> arm.body().forEach(inner -> collect(inner, name, into)));
    }
  }

  private static void collect(Expr expr, String name, List<List<String>> into) {
    if (expr instanceof Expr.MethodCall call && call.name().equals(name)) {
      into.add(printed(call.arguments()));
    } else if (expr instanceof Expr.FunctionCall call && call.name().equals(name)) {
      into.add(printed(call.arguments()));
    }
    Children.of(expr).forEach(child -> collect(child, name, into));
  }

  private static List<String> printed(List<Expr.Argument> arguments) {
    return arguments.stream()
        .map(a -> (a.name() == null ? "" : a.name() + ": ") + Printer.print(a.value()))
        .toList();
  }
}

package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.Nearest;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.ParamType;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Counted;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.node.DynamicCall;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arguments sorted to parameters: constant ones converted, the others waiting for the run. */
final class SortedArguments {
  /** The arguments do not fit the parameters. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }

  private final Object[] known;
  private final List<DynamicCall.Pending> pending = new ArrayList<>();

  private SortedArguments(int size) {
    known = new Object[size];
  }

  static SortedArguments of(Doc doc, List<Expr.Argument> given, Function<Expr, Node> plan)
      throws Unfit {
    boolean named = given.stream().anyMatch(argument -> argument.name() != null);
    if (named && given.stream().anyMatch(argument -> argument.name() == null)) {
      throw new Unfit("cannot mix named and nameless arguments");
    }
    List<Node> nodes = given.stream().map(argument -> planned(argument, doc, plan)).toList();
    if (doc.variadic()) {
      if (named) {
        throw new Unfit("named arguments are not supported");
      }
      return variadic(nodes);
    }
    return sorted(doc, named ? byName(doc, given, nodes) : byPlace(doc, nodes));
  }

  /** What may be evaluated more than once counts its evaluations. */
  private static Node planned(Expr.Argument argument, Doc doc, Function<Expr, Node> plan) {
    Node node = plan.apply(argument.value());
    boolean repeats = doc.params().stream().anyMatch(param -> param.type() == ParamType.QUERY);
    return repeats ? Counted.of(node, Weight.of(argument.value()).count()) : node;
  }

  private static SortedArguments variadic(List<Node> nodes) {
    SortedArguments arguments = new SortedArguments(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) instanceof Constant constant) {
        arguments.known[i] = constant.value();
      } else {
        String name = Integer.toString(arguments.pending.size());
        arguments.pending.add(new DynamicCall.Pending(i, name, nodes.get(i), value -> value));
      }
    }
    return arguments;
  }

  private static @Nullable Node[] byPlace(Doc doc, List<Node> nodes) throws Unfit {
    if (nodes.size() > doc.params().size()) {
      throw new Unfit(
          "wrong number of arguments, expected " + doc.params().size() + ", got " + nodes.size());
    }
    @Nullable Node[] places = new Node[doc.params().size()];
    for (int i = 0; i < nodes.size(); i++) {
      places[i] = nodes.get(i);
    }
    return places;
  }

  private static @Nullable Node[] byName(Doc doc, List<Expr.Argument> given, List<Node> nodes)
      throws Unfit {
    Map<String, Node> named = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      String name = String.valueOf(given.get(i).name());
      if (named.put(name, nodes.get(i)) != null) {
        throw new Unfit("duplicate named arg: " + name);
      }
    }
    @Nullable Node[] places = new Node[doc.params().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = named.remove(doc.params().get(i).name());
    }
    if (!named.isEmpty()) {
      List<String> names = doc.params().stream().map(Param::name).toList();
      String first = new TreeSet<>(named.keySet()).first();
      throw new Unfit(
          "unknown parameter "
              + first
              + didYouMean(first, names)
              + " (it takes "
              + String.join(", ", names)
              + ")");
    }
    return places;
  }

  private static SortedArguments sorted(Doc doc, @Nullable Node[] places) throws Unfit {
    SortedArguments arguments = new SortedArguments(places.length);
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Param param = doc.params().get(i);
      Node node = places[i];
      if (node == null && param.fallback() != null) {
        node = new Constant(param.fallback());
      }
      if (node != null) {
        arguments.place(i, param, node);
      } else if (!param.optional()) {
        missing.add(param.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new Unfit(
          (missing.size() == 1 ? "missing parameter: " : "missing parameters: ")
              + String.join(", ", missing));
    }
    return arguments;
  }

  private void place(int i, Param param, Node node) throws Unfit {
    if (param.type() == ParamType.QUERY) {
      known[i] = node;
    } else if (node instanceof Constant constant) {
      Value converted = param.type().convert(constant.value());
      if (converted instanceof Err e) {
        throw new Unfit("field " + param.name() + ": " + e.text());
      }
      known[i] = converted;
    } else if (param.constant()) {
      throw new Unfit("param " + param.name() + " must not be dynamic");
    } else {
      pending.add(new DynamicCall.Pending(i, param.name(), node, param.type()::convert));
    }
  }

  boolean areConstant() {
    return pending.isEmpty();
  }

  /** True if no argument is a query either. */
  boolean areValues() {
    for (Object value : known) {
      if (value instanceof Node) {
        return false;
      }
    }
    return areConstant();
  }

  Args args() {
    return new Args(known);
  }

  /** The call that evaluates what is pending and builds itself then. */
  DynamicCall later(String source, String what, DynamicCall.Builder builder) {
    return new DynamicCall(
        source, what, known, pending.toArray(DynamicCall.Pending[]::new), builder);
  }

  /** {@code , did you mean `x`?}, or nothing where no name is near. */
  static String didYouMean(String wrong, Collection<String> names) {
    return Nearest.to(wrong, names).map(name -> ", did you mean `" + name + "`?").orElse("");
  }
}

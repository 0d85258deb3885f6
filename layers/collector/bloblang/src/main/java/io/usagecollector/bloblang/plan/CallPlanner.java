package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.extension.CompileTime;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Refusals;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.ConstantFolding;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.node.Brackets;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans calls of functions and methods, and brackets, which are calls too: each is noted, checked
 * against the library, and built.
 */
final class CallPlanner {
  private final CompileEnvironment environment;
  private final Scope scope;
  private final Broken broken;
  private final List<Call> calls;
  private final Function<Expr, Node> planner;

  CallPlanner(
      CompileEnvironment environment,
      Scope scope,
      Broken broken,
      List<Call> calls,
      Function<Expr, Node> planner) {
    this.environment = environment;
    this.scope = scope;
    this.broken = broken;
    this.calls = calls;
    this.planner = planner;
  }

  private Node plan(Expr expr) {
    return planner.apply(expr);
  }

  Node index(Expr.Index e) {
    called(true, "index", e.at());
    Node index = plan(e.index());
    return new Brackets.Index(plan(e.target()), index);
  }

  Node slice(Expr.Slice e) {
    called(true, "slice", e.at());
    Node low = bound(e.at(), e.low());
    Node high = bound(e.at(), e.high());
    Node step = bound(e.at(), e.step());
    return new Brackets.Slice(plan(e.target()), low, high, step);
  }

  private Node bound(int at, @Nullable Expr bound) {
    return plan(bound == null ? new Expr.Literal(at, Null.NULL) : bound);
  }

  Node method(Expr.MethodCall e) {
    Node target = plan(e.target());
    called(true, e.name(), e.at());
    MethodSpec spec = environment.library().method(e.name());
    return spec == null
        ? unknown(true, e.name(), e.at(), e.arguments())
        : built(e.at(), e.name(), () -> method(e, target, spec, context()));
  }

  private Node method(Expr.MethodCall e, Node target, MethodSpec spec, CompileTime context)
      throws SortedArguments.Unfit, ArgumentException {
    SortedArguments arguments = SortedArguments.of(spec.doc(), e.arguments(), planner);
    if (!arguments.areConstant()) {
      return arguments.later(
          "method " + e.name(),
          "method '" + e.name() + "'",
          args -> spec.builder().build(target, args, context));
    }
    Node node = spec.builder().build(target, arguments.args(), context);
    return spec.folds() && target instanceof Constant && arguments.areValues()
        ? folded(node, e.at())
        : node;
  }

  Node function(Expr.FunctionCall e) {
    called(false, e.name(), e.at());
    FunctionSpec spec = environment.library().function(e.name());
    return spec == null
        ? unknown(false, e.name(), e.at(), e.arguments())
        : built(e.at(), e.name(), () -> function(e, spec, context()));
  }

  private Node function(Expr.FunctionCall e, FunctionSpec spec, CompileTime context)
      throws SortedArguments.Unfit, ArgumentException {
    SortedArguments arguments = SortedArguments.of(spec.doc(), e.arguments(), planner);
    return arguments.areConstant()
        ? spec.builder().build(arguments.args(), context)
        : arguments.later(
            "function " + e.name(),
            "function '" + e.name() + "'",
            args -> spec.builder().build(args, context));
  }

  /** Builds a call, which its arguments may forbid. */
  private interface Building {
    Node build() throws SortedArguments.Unfit, ArgumentException;
  }

  private Node built(int at, String name, Building building) {
    try {
      return building.build();
    } catch (SortedArguments.Unfit problem) {
      return broken.noted(at, name + ": " + problem.getMessage());
    } catch (ArgumentException problem) {
      String message = name + ": " + problem.getMessage();
      return problem.isRefusal() ? broken.refused(at, message) : broken.noted(at, message);
    } catch (Exhausted problem) {
      return broken.noted(at, name + ": " + problem.text());
    }
  }

  private Node folded(Node node, int at) {
    Value value = ConstantFolding.eval(node);
    return value instanceof Err err
        ? broken.noted(at, err.text())
        : new Constant(value, node.source());
  }

  private CompileTime context() {
    return new CompileTime(
        environment.env(),
        environment.counts(),
        scope::variable,
        text -> Compiler.inner(environment, text));
  }

  private Node unknown(boolean method, String name, int at, List<Expr.Argument> arguments) {
    arguments.forEach(argument -> plan(argument.value()));
    String kind = method ? "method" : "function";
    String reason = Refusals.reason(method, name);
    if (reason != null) {
      return broken.refused(at, kind + " `" + name + "` is not offered here: " + reason);
    }
    String hint = broken.isFull() ? "" : SortedArguments.didYouMean(name, names(method));
    return broken.noted(at, "unrecognised " + kind + " '" + name + "'" + hint);
  }

  private List<String> names(boolean methods) {
    return methods
        ? environment.library().methods().stream().map(MethodSpec::name).toList()
        : environment.library().functions().stream().map(FunctionSpec::name).toList();
  }

  private void called(boolean method, String name, int at) {
    calls.add(
        new Call(
            method, name, scope.source.file(), scope.source.line(at), scope.source.column(at)));
  }
}

package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.run.Branches;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Reads;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import java.util.ArrayList;
import java.util.List;

/** Plans expressions; where one does not compile, {@link Broken} stands in for it. */
final class Planner {
  private final Scope scope;
  private final Broken broken;
  private final LiteralPlanner literals;
  private final CallPlanner calls;
  private final Tracing tracing;

  Planner(CompileEnvironment environment, Scope scope, CompileProblems problems, List<Call> calls) {
    this.scope = scope;
    this.broken = new Broken(problems, scope.source);
    this.literals = new LiteralPlanner(this::plan, broken);
    this.calls = new CallPlanner(environment, scope, broken, calls, this::plan);
    this.tracing = new Tracing(environment.tracer(), scope.source);
  }

  Tracing tracing() {
    return tracing;
  }

  Node plan(Expr expr) {
    return switch (expr) {
      case Expr.Literal e -> new Constant(e.value());
      case Expr.ArrayOf e -> literals.array(e);
      case Expr.ObjectOf e -> literals.object(e);
      case Expr.Operation e -> operation(e);
      case Expr.Not e -> new Branches.Not(plan(e.operand()));
      case Expr.This e -> new Reads.This(Path.EMPTY);
      case Expr.Root e -> new Reads.Root(Path.EMPTY);
      case Expr.Named e -> new Reads.Named(e.name(), scope.name(e.name()), Path.EMPTY);
      case Expr.Field e -> field(e);
      case Expr.MapTo e -> new Branches.MapTo(plan(e.target()), plan(e.query()));
      case Expr.MethodCall e -> calls.method(e);
      case Expr.FunctionCall e -> calls.function(e);
      case Expr.Lambda e -> lambda(e);
      case Expr.If e -> ifExpression(e);
      case Expr.Match e -> match(e);
      case Expr.Variable e -> new Reads.Variable(e.name(), scope.variable(e.name()));
      case Expr.Metadata e -> new Reads.Metadata(e.key().length() == 0 ? null : e.key());
      case Expr.Index e -> calls.index(e);
      case Expr.Slice e -> calls.slice(e);
    };
  }

  private Node operation(Expr.Operation e) {
    try {
      List<Node> operands = new ArrayList<>();
      for (Expr.Operand operand : e.operands()) {
        Node node = plan(operand.term());
        operands.add(operand.negated() ? Operations.negated(node) : node);
      }
      List<Operator> operators = e.operators().stream().map(Expr.OperatorAt::operator).toList();
      return Operations.group(operands, operators);
    } catch (Operations.FoldFailure failure) {
      int at = e.operators().isEmpty() ? e.at() : e.operators().get(0).at();
      return broken.noted(at, String.valueOf(failure.getMessage()));
    }
  }

  private Node field(Expr.Field e) {
    Node target = plan(e.target());
    return target instanceof Reads.This read
        ? read.field(e.name(), scope::read)
        : below(target, new Path(List.of(e.name())));
  }

  /** A path read below a node. */
  private static Node below(Node target, Path path) {
    return target instanceof Reads.Walk walk ? walk.then(path) : new Reads.Get(target, path);
  }

  private Node lambda(Expr.Lambda e) {
    if (e.name().equals("_")) {
      return new Branches.Lambda(e.name(), -1, plan(e.body()), Weight.of(e.body()).count());
    }
    int slot = scope.pushName(e.name());
    Node body = plan(e.body());
    scope.popName();
    return new Branches.Lambda(e.name(), slot, body, Weight.of(e.body()).count());
  }

  private Node ifExpression(Expr.If e) {
    List<Branches.Branch> branches = new ArrayList<>();
    for (Expr.Branch branch : e.branches()) {
      Node condition = plan(branch.condition());
      Node result = tracing.branch(branch, branches.size(), plan(branch.result()));
      branches.add(new Branches.Branch(condition, result));
    }
    Expr otherwise = e.otherwise();
    return new Branches.If(
        branches, otherwise == null ? null : tracing.otherwise(otherwise, plan(otherwise)));
  }

  private Node match(Expr.Match e) {
    Expr subject = e.subject();
    List<Branches.Case> cases = new ArrayList<>();
    for (Expr.Case next : e.cases()) {
      Expr pattern = next.pattern();
      Node fits = pattern == null ? null : plan(pattern);
      cases.add(new Branches.Case(fits, tracing.matched(next, plan(next.result()))));
    }
    return new Branches.Match(subject == null ? null : plan(subject), cases);
  }
}

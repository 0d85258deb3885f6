package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.extension.CompileTime;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Refusals;
import io.usagecollector.bloblang.run.Branches;
import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.ConstantFolding;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Reads;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.run.node.Literals;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans expressions. Where something is wrong it is noted, and another stands in for the
 * expression: none that is known while compiling, or what it stands in would be complained of too.
 */
final class Planner {
  private static final Node BROKEN =
      new Node() {
        @Override
        public Value eval(Frame frame) {
          return Null.NULL;
        }

        @Override
        public String source() {
          return "what does not compile";
        }
      };

  private final CompileEnvironment environment;
  private final Scope scope;
  private final CompileProblems problems;
  private final List<Call> calls;
  private final Tracing tracing;

  Planner(CompileEnvironment environment, Scope scope, CompileProblems problems, List<Call> calls) {
    this.environment = environment;
    this.scope = scope;
    this.problems = problems;
    this.calls = calls;
    this.tracing = new Tracing(environment.tracer(), scope.source);
  }

  Tracing tracing() {
    return tracing;
  }

  Node plan(Expr expr) {
    return switch (expr) {
      case Expr.Literal e -> new Constant(e.value());
      case Expr.ArrayOf e -> array(e);
      case Expr.ObjectOf e -> object(e);
      case Expr.Operation e -> operation(e);
      case Expr.Not e -> new Branches.Not(plan(e.operand()));
      case Expr.This e -> new Reads.This(Path.EMPTY);
      case Expr.Root e -> new Reads.Root(Path.EMPTY);
      case Expr.Named e -> new Reads.Named(e.name(), scope.name(e.name()), Path.EMPTY);
      case Expr.Field e -> field(e);
      case Expr.MapTo e -> new Branches.MapTo(plan(e.target()), plan(e.query()));
      case Expr.MethodCall e -> method(e);
      case Expr.FunctionCall e -> function(e);
      case Expr.Lambda e -> lambda(e);
      case Expr.If e -> ifExpression(e);
      case Expr.Match e -> match(e);
      case Expr.Variable e -> new Reads.Variable(e.name(), scope.variable(e.name()));
      case Expr.Metadata e -> new Reads.Metadata(e.key().length() == 0 ? null : e.key());
      case Expr.Index e -> bracket(e.at(), "index", e.target(), List.of(e.index()));
      case Expr.Slice e -> slice(e);
    };
  }

  private Node broken(int at, String message) {
    problems.add(scope.source, at, message);
    return BROKEN;
  }

  private Node array(Expr.ArrayOf e) {
    List<Node> nodes = new ArrayList<>();
    boolean constant = true;
    for (Expr element : e.elements()) {
      Node node = plan(element);
      if (node instanceof Constant c && c.value().isAbsent()) {
        continue;
      }
      nodes.add(node);
      constant &= node instanceof Constant;
    }
    if (!constant) {
      return new Literals.ArrayOf(nodes.toArray(Node[]::new));
    }
    if (nodes.isEmpty()) {
      return new Constant(ListArr.NIL);
    }
    ListArr list = ListArr.withCapacity(nodes.size());
    nodes.forEach(node -> list.add(((Constant) node).value()));
    return new Constant(list);
  }

  private Node object(Expr.ObjectOf e) {
    List<Literals.Member> members = new ArrayList<>();
    boolean constant = true;
    for (Expr.Member member : e.members()) {
      Node key = plan(member.key());
      if (key instanceof Constant c && !(c.value() instanceof Str)) {
        return broken(
            member.key().at(), "object keys must be strings, received: " + GoType.of(c.value()));
      }
      Node value = plan(member.value());
      members.add(new Literals.Member(key, value));
      constant &= key instanceof Constant && value instanceof Constant;
    }
    return constant
        ? constantObject(members)
        : new Literals.ObjectOf(members.toArray(Literals.Member[]::new));
  }

  private static Node constantObject(List<Literals.Member> members) {
    MapObj map = new MapObj(null, members.size());
    for (Literals.Member member : members) {
      Value value = ((Constant) member.value()).value();
      if (!value.isAbsent()) {
        map.put((Str) ((Constant) member.key()).value(), value);
      }
    }
    return new Constant(map);
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
      return broken(at, String.valueOf(failure.getMessage()));
    }
  }

  private Node field(Expr.Field e) {
    Node target = plan(e.target());
    return target instanceof Reads.This read
        ? read.field(e.name(), scope::read)
        : below(target, new Path(List.of(e.name())));
  }

  /** A path read below a node. */
  static Node below(Node target, Path path) {
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

  private void called(boolean method, String name, int at) {
    calls.add(
        new Call(
            method, name, scope.source.file(), scope.source.line(at), scope.source.column(at)));
  }

  private Node slice(Expr.Slice e) {
    Expr nothing = new Expr.Literal(e.at(), Null.NULL);
    Expr low = e.low();
    Expr high = e.high();
    Expr step = e.step();
    return bracket(
        e.at(),
        "slice",
        e.target(),
        List.of(
            low == null ? nothing : low,
            high == null ? nothing : high,
            step == null ? nothing : step));
  }

  private Node bracket(int at, String name, Expr target, List<Expr> bounds) {
    called(true, name, at);
    List<Node> nodes = bounds.stream().map(this::plan).toList();
    Node receiver = plan(target);
    return name.equals("index")
        ? new io.usagecollector.bloblang.run.node.Brackets.Index(receiver, nodes.get(0))
        : new io.usagecollector.bloblang.run.node.Brackets.Slice(
            receiver, nodes.get(0), nodes.get(1), nodes.get(2));
  }

  private Node method(Expr.MethodCall e) {
    Node target = plan(e.target());
    called(true, e.name(), e.at());
    MethodSpec spec = environment.library().method(e.name());
    if (spec == null) {
      return unknown(true, e.name(), e.at(), e.arguments());
    }
    CompileTime context = context();
    try {
      Arguments arguments = Arguments.of(spec.doc(), e.arguments(), this::plan);
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
    } catch (Arguments.Unfit problem) {
      return broken(e.at(), e.name() + ": " + problem.getMessage());
    } catch (ArgumentException problem) {
      return unfit(e.at(), e.name(), problem);
    } catch (Exhausted problem) {
      return broken(e.at(), e.name() + ": " + problem.text());
    }
  }

  private CompileTime context() {
    return new CompileTime(
        environment.env(),
        environment.counts(),
        scope::variable,
        text -> Compiler.inner(environment, text));
  }

  private Node unfit(int at, String name, ArgumentException problem) {
    String message = name + ": " + problem.getMessage();
    if (!problem.isRefusal()) {
      return broken(at, message);
    }
    problems.refuse(scope.source, at, message);
    return BROKEN;
  }

  private Node folded(Node node, int at) {
    Value value = ConstantFolding.eval(node);
    return value instanceof Err err ? broken(at, err.text()) : new Constant(value, node.source());
  }

  private Node function(Expr.FunctionCall e) {
    called(false, e.name(), e.at());
    FunctionSpec spec = environment.library().function(e.name());
    if (spec == null) {
      return unknown(false, e.name(), e.at(), e.arguments());
    }
    CompileTime context = context();
    try {
      Arguments arguments = Arguments.of(spec.doc(), e.arguments(), this::plan);
      return arguments.areConstant()
          ? spec.builder().build(arguments.args(), context)
          : arguments.later(
              "function " + e.name(),
              "function '" + e.name() + "'",
              args -> spec.builder().build(args, context));
    } catch (Arguments.Unfit problem) {
      return broken(e.at(), e.name() + ": " + problem.getMessage());
    } catch (ArgumentException problem) {
      return unfit(e.at(), e.name(), problem);
    } catch (Exhausted problem) {
      return broken(e.at(), e.name() + ": " + problem.text());
    }
  }

  private Node unknown(boolean method, String name, int at, List<Expr.Argument> arguments) {
    arguments.forEach(argument -> plan(argument.value()));
    String kind = method ? "method" : "function";
    String reason = Refusals.reason(method, name);
    if (reason != null) {
      problems.refuse(scope.source, at, kind + " `" + name + "` is not offered here: " + reason);
      return BROKEN;
    }
    String hint = problems.isFull() ? "" : Arguments.didYouMean(name, names(method));
    return broken(at, "unrecognised " + kind + " '" + name + "'" + hint);
  }

  private List<String> names(boolean methods) {
    return methods
        ? environment.library().methods().stream().map(MethodSpec::name).toList()
        : environment.library().functions().stream().map(FunctionSpec::name).toList();
  }
}

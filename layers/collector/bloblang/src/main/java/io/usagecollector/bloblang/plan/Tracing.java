package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.Tracer.Kind;
import io.usagecollector.bloblang.run.Branches;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Step;
import io.usagecollector.bloblang.syntax.Children;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts in what tells a tracer that a place was reached; nothing where nobody asked. */
record Tracing(@Nullable Tracer tracer, Source source) {
  /** What to run before a statement. */
  Stream<Step> before(Statement statement) {
    return step(Kind.STATEMENT, offset(statement));
  }

  /** What to run before the statements of an arm, {@code index} counted from 0. */
  Stream<Step> into(Statement.Arm arm, int index) {
    Expr condition = arm.condition();
    if (condition != null) {
      return step(index == 0 ? Kind.IF : Kind.ELSE_IF, start(condition));
    }
    return arm.body().stream().limit(1).flatMap(first -> step(Kind.ELSE, offset(first)));
  }

  private Stream<Step> step(Kind kind, int offset) {
    return tracer == null
        ? Stream.empty()
        : Stream.of(new Step.Traced(tracer.follow(point(kind, offset))));
  }

  /** The result of a way of an if expression, {@code index} counted from 0. */
  Node branch(Expr.Branch branch, int index, Node result) {
    return node(index == 0 ? Kind.IF : Kind.ELSE_IF, branch.condition(), result);
  }

  /** The result of an if expression's {@code else}. */
  Node otherwise(Expr expr, Node result) {
    return node(Kind.ELSE, expr, result);
  }

  /** The result of a match's arm. */
  Node matched(Expr.Case arm, Node result) {
    Expr pattern = arm.pattern();
    return node(Kind.CASE, pattern == null ? arm.result() : pattern, result);
  }

  private Node node(Kind kind, Expr at, Node result) {
    return tracer == null
        ? result
        : new Branches.Traced(tracer.follow(point(kind, start(at))), result);
  }

  private Tracer.Point point(Kind kind, int offset) {
    return new Tracer.Point(
        kind, source.file(), source.line(offset), source.column(offset), source.lineText(offset));
  }

  private static int offset(Statement statement) {
    return switch (statement) {
      case Statement.Let s -> s.at();
      case Statement.Meta s -> s.at();
      case Statement.Assign s -> s.at();
      case Statement.If s -> s.at();
    };
  }

  /** Where an expression's text begins: a call's own offset is that of its name. */
  private static int start(Expr expr) {
    return Children.of(expr).mapToInt(Tracing::start).reduce(expr.at(), Math::min);
  }
}

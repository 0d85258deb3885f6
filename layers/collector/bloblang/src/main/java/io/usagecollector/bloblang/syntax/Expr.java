package io.usagecollector.bloblang.syntax;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression; {@code at} is its offset in the source. */
public sealed interface Expr {
  int at();

  /** true, 5, "text", null. */
  record Literal(int at, Value value) implements Expr {}

  /** {@code [a, b]}. */
  record ArrayOf(int at, List<Expr> elements) implements Expr {}

  /** {@code {"k": v}}; a quoted key is a literal. */
  record ObjectOf(int at, List<Member> members) implements Expr {}

  record Member(Expr key, boolean quoted, Expr value) {}

  /**
   * {@code a + b == c}: operands and the operators between them, not yet grouped. One operand more
   * than operators.
   */
  record Operation(int at, List<Operand> operands, List<OperatorAt> operators) implements Expr {}

  /** An operand with or without a minus before it. */
  record Operand(boolean negated, Expr term) {}

  record OperatorAt(Operator operator, int at) {}

  /** {@code !a}. */
  record Not(int at, Expr operand) implements Expr {}

  /** {@code this}. */
  record This(int at) implements Expr {}

  /** {@code root} as a value. */
  record Root(int at) implements Expr {}

  /** The parameter of a lambda around it. */
  record Named(int at, String name) implements Expr {}

  /** {@code a.b}. */
  record Field(int at, Expr target, Str name) implements Expr {}

  /** {@code a.(query)}. */
  record MapTo(int at, Expr target, Expr query) implements Expr {}

  /** {@code a.name(arguments)}. */
  record MethodCall(int at, Expr target, String name, List<Argument> arguments) implements Expr {}

  /** {@code name(arguments)}. */
  record FunctionCall(int at, String name, List<Argument> arguments) implements Expr {}

  record Argument(@Nullable String name, Expr value) {}

  /** {@code name -> body}; {@code _} binds nothing. */
  record Lambda(int at, String name, Expr body) implements Expr {}

  /** {@code if c { a } else if d { b } else { e }}. */
  record If(int at, List<Branch> branches, @Nullable Expr otherwise) implements Expr {}

  record Branch(Expr condition, Expr result) {}

  /**
   * {@code match subject { pattern => result }}; no subject means {@code this}, no pattern means
   * {@code _}.
   */
  record Match(int at, @Nullable Expr subject, List<Case> cases) implements Expr {}

  record Case(@Nullable Expr pattern, Expr result) {}

  /** {@code $name}. */
  record Variable(int at, String name) implements Expr {}

  /** {@code @key}, or {@code @} alone. */
  record Metadata(int at, Str key) implements Expr {}

  /** {@code a[index]}. */
  record Index(int at, Expr target, Expr index) implements Expr {}

  /** {@code a[low:high:step]}. */
  record Slice(int at, Expr target, @Nullable Expr low, @Nullable Expr high, @Nullable Expr step)
      implements Expr {}
}

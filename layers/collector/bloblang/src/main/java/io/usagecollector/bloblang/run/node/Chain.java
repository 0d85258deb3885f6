package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Value;

/**
 * Operands and operators of one pass, left to right. Flat, so that a thousand of them cost no
 * depth; its source is its last operand's, as error texts name a binary operator after its right
 * side.
 */
public final class Chain extends Node {
  private final Node first;
  private final Operator[] operators;
  private final Node[] rights;

  public Chain(Node first, Operator[] operators, Node[] rights) {
    this.first = first;
    this.operators = operators;
    this.rights = rights;
  }

  @Override
  public Value eval(Frame frame) {
    Value left = first.eval(frame);
    for (int i = 0; i < operators.length; i++) {
      left = step(i, left, frame);
    }
    return left;
  }

  private Value step(int i, Value left, Frame frame) {
    Operator operator = operators[i];
    if (operator == Operator.COALESCE) {
      return left.isErr() || left.isNullish() ? rights[i].eval(frame) : left;
    }
    if (left.isErr()) {
      return left;
    }
    if (operator == Operator.AND || operator == Operator.OR) {
      return logic(operator == Operator.OR, left, rights[i], frame);
    }
    Value right = rights[i].eval(frame);
    return right.isErr()
        ? right
        : Arithmetic.apply(
            operator, left, i == 0 ? first : rights[i - 1], right, rights[i], frame.budget());
  }

  private static Value logic(boolean or, Value left, Node right, Frame frame) {
    Bool l = Compare.truth(left);
    if (l == null) {
      return Err.type(left, Kind.BOOL);
    }
    if (l.value() == or) {
      return l;
    }
    Value value = right.eval(frame);
    Bool r = value.isErr() ? null : Compare.truth(value);
    return r == null ? Err.type(value, Kind.BOOL) : r;
  }

  @Override
  public String source() {
    return rights[rights.length - 1].source();
  }
}

package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.run.Constant;
import io.usagecollector.bloblang.run.ConstantFolding;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.node.Chain;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups operands and operators: four passes, each left to right. An operator between two literals
 * is computed at once, if it is no {@code &&}, {@code ||} or {@code |}; that is part of the
 * language, for its errors are compile errors then.
 */
final class Operations {
  /** An operator on literals failed. */
  static final class FoldFailure extends Exception {
    private static final long serialVersionUID = 1L;

    FoldFailure(Err err) {
      super(err.text(), null, false, false);
    }
  }

  private Operations() {}

  static Node negated(Node operand) throws FoldFailure {
    return group(List.of(new Constant(IntNum.of(0)), operand), List.of(Operator.SUBTRACT));
  }

  static Node group(List<Node> operands, List<Operator> operators) throws FoldFailure {
    List<Node> nodes = operands;
    List<Operator> left = operators;
    for (int pass = 1; pass <= 4 && !left.isEmpty(); pass++) {
      List<Node> grouped = new ArrayList<>();
      List<Operator> others = new ArrayList<>();
      Builder run = new Builder(nodes.get(0));
      for (int i = 0; i < left.size(); i++) {
        Operator operator = left.get(i);
        Node right = nodes.get(i + 1);
        if (operator.pass() == pass) {
          run.add(operator, right);
        } else {
          grouped.add(run.build());
          others.add(operator);
          run = new Builder(right);
        }
      }
      grouped.add(run.build());
      nodes = grouped;
      left = others;
    }
    return nodes.get(0);
  }

  private static Value folded(Operator operator, Constant l, Constant r) {
    return ConstantFolding.eval(new Chain(l, new Operator[] {operator}, new Node[] {r}));
  }

  /** One chain of operators of the same pass. */
  private static final class Builder {
    private Node first;
    private final List<Operator> operators = new ArrayList<>();
    private final List<Node> rights = new ArrayList<>();

    Builder(Node first) {
      this.first = first;
    }

    void add(Operator operator, Node right) throws FoldFailure {
      boolean folds = operator.pass() < 4 && operator != Operator.COALESCE && operators.isEmpty();
      if (folds && first instanceof Constant l && right instanceof Constant r) {
        Value value = folded(operator, l, r);
        if (value instanceof Err e) {
          throw new FoldFailure(e);
        }
        first = new Constant(value, r.source());
        return;
      }
      operators.add(operator);
      rights.add(right);
    }

    Node build() {
      return operators.isEmpty()
          ? first
          : new Chain(first, operators.toArray(Operator[]::new), rights.toArray(Node[]::new));
    }
  }
}

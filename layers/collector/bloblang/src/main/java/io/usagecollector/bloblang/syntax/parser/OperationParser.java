package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operands with operators between them. A line may break after an operator, not before. How they
 * group is not decided here.
 */
final class OperationParser {
  /** Operators in the order in which they are tried. */
  private static final Operator[] OPERATORS = {
    Operator.ADD,
    Operator.SUBTRACT,
    Operator.DIVIDE,
    Operator.MULTIPLY,
    Operator.MODULO,
    Operator.AND,
    Operator.OR,
    Operator.EQUAL,
    Operator.UNEQUAL,
    Operator.AT_LEAST,
    Operator.AT_MOST,
    Operator.MORE,
    Operator.LESS,
    Operator.COALESCE
  };

  private final Scanner in;
  private final TermParser terms;

  OperationParser(Scanner in, TermParser terms) {
    this.in = in;
    this.terms = terms;
  }

  @Nullable Expr operation() throws SyntaxException {
    in.blanks();
    int start = in.at;
    Expr.Operand first = operand();
    if (first == null) {
      return null;
    }
    List<Expr.Operand> operands = new ArrayList<>(List.of(first));
    List<Expr.OperatorAt> operators = new ArrayList<>();
    for (Expr.OperatorAt next = operator(); next != null; next = operator()) {
      in.space();
      Expr.Operand operand = operand();
      if (operand == null) {
        return null;
      }
      operators.add(next);
      operands.add(operand);
    }
    return operators.isEmpty() && !first.negated()
        ? first.term()
        : new Expr.Operation(start, List.copyOf(operands), List.copyOf(operators));
  }

  private Expr.@Nullable OperatorAt operator() {
    int before = in.at;
    in.blanks();
    int place = in.at;
    for (Operator candidate : OPERATORS) {
      if (in.skip(candidate.symbol())) {
        return new Expr.OperatorAt(candidate, place);
      }
    }
    in.at = before;
    return null;
  }

  private Expr.@Nullable Operand operand() throws SyntaxException {
    boolean negated = in.skip("-");
    if (negated) {
      in.space();
    }
    Expr term = terms.term();
    return term == null ? null : new Expr.Operand(negated, term);
  }
}

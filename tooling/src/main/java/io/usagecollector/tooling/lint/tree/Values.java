package io.usagecollector.tooling.lint.tree;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be told of values without running anything. */
public final class Values {
  private static final Set<String> MAYBE_NULL =
      Set.of("env", "meta", "metadata", "root_meta", "json", "error", "var");

  /** Methods that answer a float64. */
  private static final Set<String> FLOAT = Set.of("number", "float64", "float32", "sum", "pow");

  /** Methods that answer an integer. */
  private static final Set<String> WHOLE =
      Set.of(
          "round",
          "floor",
          "ceil",
          "length",
          "index_of",
          "int64",
          "int32",
          "uint64",
          "uint32",
          "ts_unix",
          "ts_unix_milli",
          "ts_unix_micro",
          "ts_unix_nano");

  /** Methods that hand on what they are called on, unless it is missing or an error. */
  private static final Set<String> RESCUES = Set.of("or", "catch", "not_null");

  private final Definitions definitions;

  public Values(MappingTree tree) {
    this.definitions = new Definitions(tree);
  }

  /** What a variable may have been given. */
  public List<Expr> given(Expr.Variable variable) {
    return definitions.of(variable);
  }

  public static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() instanceof Null;
  }

  public static boolean isText(Expr expr, String text) {
    return expr instanceof Expr.Literal literal
        && literal.value() instanceof Str s
        && s.toString().equals(text);
  }

  public static boolean isCall(Expr expr, Set<String> functions) {
    return expr instanceof Expr.FunctionCall call && functions.contains(call.name());
  }

  public static boolean isMethod(Expr expr, String name) {
    return expr instanceof Expr.MethodCall call && call.name().equals(name);
  }

  /** Whether it reads something that need not be there, with nothing to stand in for it. */
  public boolean mayBeNull(Expr expr) {
    return mayBeNull(expr, new HashSet<>());
  }

  private boolean mayBeNull(Expr expr, Set<Expr> seen) {
    if (!seen.add(expr)) {
      return false;
    }
    return switch (expr) {
      case Expr.Field f when Paths.ofRoot(f) == null -> true;
      case Expr.Field _, Expr.Variable _, Expr.Metadata _ ->
          definitions.of(expr).stream().anyMatch(value -> mayBeNull(value, seen));
      case Expr.FunctionCall call -> MAYBE_NULL.contains(call.name());
      case Expr.MethodCall call -> call.name().equals("get");
      default -> isNull(expr);
    };
  }

  /** Whether it is a float64, whose text has an exponent from a million on. */
  public boolean isFloat(Expr expr) {
    return isFloat(expr, new HashSet<>());
  }

  private boolean isFloat(Expr expr, Set<Expr> seen) {
    if (!seen.add(expr)) {
      return false;
    }
    return switch (expr) {
      case Expr.Literal literal -> literal.value() instanceof FloatNum;
      case Expr.Variable _ -> definitions.of(expr).stream().anyMatch(value -> isFloat(value, seen));
      case Expr.MethodCall call ->
          FLOAT.contains(call.name())
              || (RESCUES.contains(call.name()) && isFloat(call.target(), seen));
      case Expr.Operation operation -> isFloatOperation(operation, seen);
      case Expr.If _, Expr.Match _ ->
          MappingTree.results(expr).anyMatch(next -> isFloat(next, seen));
      default -> false;
    };
  }

  private boolean isFloatOperation(Expr.Operation operation, Set<Expr> seen) {
    List<Operator> operators =
        operation.operators().stream().map(Expr.OperatorAt::operator).toList();
    if (!operators.stream().allMatch(Values::isArithmetic)) {
      return false;
    }
    boolean whole = operation.operands().stream().allMatch(operand -> isWhole(operand.term()));
    return operators.contains(Operator.DIVIDE)
        || (operators.contains(Operator.MULTIPLY) && !whole)
        || operation.operands().stream().anyMatch(operand -> isFloat(operand.term(), seen));
  }

  private static boolean isArithmetic(Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
      case MODULO, AND, OR, EQUAL, UNEQUAL, AT_LEAST, AT_MOST, MORE, LESS, COALESCE -> false;
    };
  }

  /** Whether it is surely an integer. */
  public static boolean isWhole(Expr expr) {
    return switch (expr) {
      case Expr.Literal literal -> literal.value() instanceof IntNum;
      case Expr.MethodCall call ->
          WHOLE.contains(call.name()) || (RESCUES.contains(call.name()) && isWhole(call.target()));
      default -> false;
    };
  }
}

package io.usagecollector.bloblang.syntax;

/**
 * The binary operators, with the word error texts call them and the pass in which they group: four
 * passes, each left to right.
 */
public enum Operator {
  AND("&&", "boolean and", 4),
  OR("||", "boolean or", 4),
  EQUAL("==", "compare", 3),
  UNEQUAL("!=", "compare", 3),
  AT_LEAST(">=", "compare", 3),
  AT_MOST("<=", "compare", 3),
  ADD("+", "add", 2),
  SUBTRACT("-", "subtract", 2),
  DIVIDE("/", "divide", 1),
  MULTIPLY("*", "multiply", 1),
  MODULO("%", "modulo", 1),
  MORE(">", "compare", 3),
  LESS("<", "compare", 3),
  COALESCE("|", "coalesce", 1);

  private final String symbol;
  private final String word;
  private final int pass;

  Operator(String symbol, String word, int pass) {
    this.symbol = symbol;
    this.word = word;
    this.pass = pass;
  }

  public String symbol() {
    return symbol;
  }

  public String word() {
    return word;
  }

  public int pass() {
    return pass;
  }
}

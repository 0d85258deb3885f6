package io.usagecollector.bloblang.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Makes no number of more digits than anybody can compute with: {@code 1e999999999} has billions.
 */
final class SchemaNumbers extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DIGITS = 10_000;

  @Override
  public ValueNode numberNode(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new ArithmeticException("a number of more than " + MOST_DIGITS + " digits");
    }
    return super.numberNode(number);
  }
}

package io.usagecollector.local.census;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.local.billing.BillableQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Flexprice bills of a property: a number, or a text that its decimal library reads as one. A
 * negative quantity is billed as zero, and so is whatever is no number.
 */
final class Quantities {
  private static final int DECIMALS = 15;

  /** Nothing of this size is ever sent. */
  private static final int MOST_DIGITS = 60;

  private static final Pattern TEXT =
      Pattern.compile("[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]{1,9})?");

  private Quantities() {}

  /** The quantity of a property; nothing if the service reads none in it. */
  static Optional<BillableQuantity> of(JsonNode property) {
    if (property.isNumber()) {
      BigDecimal written = property.decimalValue();
      double read = property.doubleValue();
      BigDecimal kept = Double.isFinite(read) ? BigDecimal.valueOf(read) : BigDecimal.ZERO;
      return Optional.of(new BillableQuantity(billable(written), decimals(billable(kept))));
    }
    if (property.isTextual() && TEXT.matcher(property.textValue()).matches()) {
      BigDecimal written = billable(new BigDecimal(property.textValue()));
      return Optional.of(new BillableQuantity(written, decimals(written)));
    }
    return Optional.empty();
  }

  private static BigDecimal billable(BigDecimal value) {
    long digits = (long) value.precision() - value.scale();
    boolean counts = value.signum() > 0 && digits <= MOST_DIGITS && digits > -MOST_DIGITS;
    return counts ? value : BigDecimal.ZERO;
  }

  private static BigDecimal decimals(BigDecimal value) {
    return value.scale() <= DECIMALS ? value : value.setScale(DECIMALS, RoundingMode.DOWN);
  }
}

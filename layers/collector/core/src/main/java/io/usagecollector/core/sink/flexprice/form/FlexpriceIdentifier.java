package io.usagecollector.core.sink.flexprice.form;

import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.sink.form.Identifier;
import org.jspecify.annotations.Nullable;

/** The texts that Flexprice tells events apart by, and what it cannot keep of them. */
final class FlexpriceIdentifier {
  /** Flexprice keeps customers' ids in a column of this many characters. */
  private static final int LONGEST_CUSTOMER = 255;

  private FlexpriceIdentifier() {}

  /** What is wrong with one, or null. */
  static @Nullable String fault(Str id) {
    return Identifier.fault(id, "Flexprice");
  }

  /** What is wrong with a customer's id, or null: one that is refused here can never be billed. */
  static @Nullable String customerFault(Str id) {
    String fault = fault(id);
    if (fault != null || id.length() <= LONGEST_CUSTOMER) {
      return fault;
    }
    String text = id.toString();
    int characters = text.codePointCount(0, text.length());
    return characters <= LONGEST_CUSTOMER
        ? null
        : " has " + characters + " characters, of " + LONGEST_CUSTOMER + " at most";
  }
}

package io.usagecollector.core.customer.identity;

import io.usagecollector.core.customer.CustomerKey;

/** Who a customer is. */
public sealed interface Identity {
  /** It is told, and can be kept. */
  record Known(CustomerKey key) implements Identity {}

  /** It is not. */
  record Unknown(Why why) implements Identity {}

  /** Why nobody is meant by what was said. */
  enum Why {
    MISSING("identity_missing", "no client, or no user of theirs, is named"),
    COLON_IN_CLIENT(
        "client_id_invalid",
        "a client id must not hold ':', since what follows it would count to the user"),
    OWNER_WITHOUT_ID("owner_id_missing", "no id follows the prefix owner:"),
    COLON_IN_OWNER(
        "owner_id_invalid",
        "an owner's id must not hold ':', since it would be taken for another client's user"),
    TOO_LONG(
        "customer_key_too_long",
        "a customer key must have at most " + CustomerKey.MOST_CODE_POINTS + " characters"),
    UNKEPT(
        "customer_key_invalid",
        "a customer key must be visible Unicode text without NUL characters");

    private final String code;
    private final String sentence;

    Why(String code, String sentence) {
      this.code = code;
      this.sentence = sentence;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }

    /** For people, without anything of what was said. */
    public String sentence() {
      return sentence;
    }
  }
}

package io.usagecollector.core.customer.openmeter;

/** What a dialect calls the fields that the two do not call alike. */
record Names(
    String usageAttribution,
    String subjectKeys,
    String customerId,
    String activeFrom,
    String deletedAt) {
  static final Names SNAKE =
      new Names("usage_attribution", "subject_keys", "customer_id", "active_from", "deleted_at");

  static final Names CAMEL =
      new Names("usageAttribution", "subjectKeys", "customerId", "activeFrom", "deletedAt");
}

package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.sink.openmeter.OpenMeterDialect;

/** What a server of either dialect writes, as far as it matters here. */
final class Bodies {
  private final boolean snake;

  Bodies(OpenMeterDialect dialect) {
    this.snake = dialect == OpenMeterDialect.KONNECT_V3;
  }

  String list(String... items) {
    return page(items.length, items);
  }

  /** A page of a list that has so many items on all its pages. */
  String page(int total, String... items) {
    String all = "[" + String.join(",", items) + "]";
    return snake
        ? "{\"data\":"
            + all
            + ",\"meta\":{\"page\":{\"number\":1,\"size\":100,\"total\":"
            + total
            + "}}}"
        : "{\"items\":" + all + ",\"page\":1,\"pageSize\":100,\"totalCount\":" + total + "}";
  }

  String customer(String id, String key) {
    return customer(id, key, key);
  }

  String customer(String id, String key, String subject) {
    return "{" + customerFields(id, key, subject) + "}";
  }

  String deletedCustomer(String id, String key) {
    return "{"
        + customerFields(id, key, key)
        + ",\""
        + (snake ? "deleted_at" : "deletedAt")
        + "\":\"2026-01-01T00:00:00Z\"}";
  }

  private String customerFields(String id, String key, String subject) {
    return "\"id\":\""
        + id
        + "\",\"key\":\""
        + key
        + "\",\"name\":\"n\",\""
        + (snake ? "usage_attribution" : "usageAttribution")
        + "\":{\""
        + (snake ? "subject_keys" : "subjectKeys")
        + "\":[\""
        + subject
        + "\"]}";
  }

  String subscription(String id, String customerId, String plan, String status, String from) {
    return subscription(id, customerId, plan, 3, status, from);
  }

  String subscription(
      String id, String customerId, String plan, int version, String status, String from) {
    return "{\"id\":\""
        + id
        + "\",\""
        + (snake ? "customer_id" : "customerId")
        + "\":\""
        + customerId
        + "\",\"status\":\""
        + status
        + "\",\"plan\":{\"id\":\"01P\",\"key\":\""
        + plan
        + "\",\"version\":"
        + version
        + "},\""
        + (snake ? "active_from" : "activeFrom")
        + "\":\""
        + from
        + "\",\"phases\":[{}]}";
  }

  String plan(String id, String key, int version, String status) {
    return "{\"id\":\""
        + id
        + "\",\"key\":\""
        + key
        + "\",\"version\":"
        + version
        + ",\"status\":\""
        + status
        + "\",\"phases\":[]}";
  }

  String deletedPlan(String id, String key, int version) {
    return "{\"id\":\""
        + id
        + "\",\"key\":\""
        + key
        + "\",\"version\":"
        + version
        + ",\"status\":\"active\",\""
        + (snake ? "deleted_at" : "deletedAt")
        + "\":\"2026-01-01T00:00:00Z\"}";
  }

  static String problem(int status, String detail) {
    return "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":"
        + status
        + ",\"detail\":\""
        + detail
        + "\",\"instance\":\"urn:request:h/1\"}";
  }

  static String singleSubscription(String code) {
    return "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,\"detail\":\"d\","
        + "\"extensions\":{\"validationErrors\":[{\"code\":\""
        + code
        + "\",\"message\":\"m\"}]}}";
  }
}

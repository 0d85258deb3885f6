package io.usagecollector.ensure.api;

import io.usagecollector.core.customer.CustomerKey;
import io.usagecollector.ensure.answer.FunctionFault;
import io.usagecollector.ensure.request.Alias;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies that are no faults. */
final class Bodies {
  private static final Map<String, Object> FLAG = Tree.of("type", "boolean");

  private Bodies() {}

  static Map<String, Object> request() {
    Map<String, Object> top = new LinkedHashMap<>();
    Map<String, Object> data = new LinkedHashMap<>();
    for (Alias alias : Alias.values()) {
      top.put(alias.written(), Tree.of("type", List.of("string", "null")));
      if (alias.alsoInData()) {
        data.put(alias.written(), Tree.of());
      }
    }
    top.put("data", Tree.of("type", List.of("object", "null"), "properties", data));
    return Tree.of(
        "description",
        "A client and a user of theirs, or both in one text with a colon between: the first of "
            + String.join(", ", Arrays.stream(Alias.values()).map(Alias::written).toList())
            + " that is not blank, at the top before data, subject last. The white space around"
            + " does not count, nor at the top does case. The customer's key is client:user, of at"
            + " most "
            + CustomerKey.MOST_CODE_POINTS
            + " characters. Other names are passed over.",
        "type",
        "object",
        "properties",
        top);
  }

  static Map<String, Object> ensured() {
    Map<String, Object> textOrNull =
        Tree.of(
            "type",
            List.of("string", "null"),
            "description",
            "Null where only customers are ensured");
    Map<String, Object> created = Tree.object(Tree.of("customer", FLAG, "subscription", FLAG));
    created.put("description", "What this call made, as far as it can know: never bill by it");
    Map<String, Object> body =
        Tree.object(
            Tree.of(
                "customerKey",
                Tree.of(
                    "type", "string", "minLength", 1, "maxLength", CustomerKey.MOST_CODE_POINTS),
                "customerId",
                Tree.of("type", "string", "description", "The billing service's own id"),
                "subscriptionId",
                textOrNull,
                "planKey",
                textOrNull,
                "status",
                textOrNull,
                "created",
                created));
    @SuppressWarnings("unchecked")
    var properties = (Map<String, Object>) body.get("properties");
    properties.put("unbilledBefore", unbilled()); // Not required.
    return body;
  }

  private static Map<String, Object> unbilled() {
    return Tree.of(
        "type",
        "string",
        "format",
        "date-time",
        "description",
        "Events before this are not billed, though the first one known is older");
  }

  static Map<String, Object> ready() {
    return Tree.object(Tree.of("checks", checks(Tree.of("const", true))));
  }

  static Map<String, Object> notReady() {
    return Tree.object(
        Tree.of(
            "error",
            Tree.of("const", FunctionFault.NOT_READY.code()),
            "message",
            Tree.of("const", FunctionFault.NOT_READY.sentence()),
            "checks",
            checks(FLAG)));
  }

  private static Map<String, Object> checks(Map<String, Object> answers) {
    Map<String, Object> check =
        Tree.object(Tree.of("part", Tree.of("type", "string"), "answers", answers));
    @SuppressWarnings("unchecked")
    var properties = (Map<String, Object>) check.get("properties");
    properties.put("error", Tree.of("type", "string", "pattern", "^[a-z_]+$")); // Not required.
    return Tree.of("type", "array", "minItems", 1, "items", check);
  }
}

package io.usagecollector.release;

import io.usagecollector.forward.PartialResponses;
import io.usagecollector.release.stack.Stack;
import java.util.List;
import java.util.Map;

/**
 * What of a stack decides what a function keeps, and which code runs.
 *
 * @param id the function's, in the template
 */
record FunctionStack(Stack stack, String id) {
  static final String FORWARD = "ForwardFunction";
  static final String REDELIVER = "RedeliverFunction";
  static final String ENSURE = "EnsureFunction";
  static final String SWEEP = "SweepFunction";

  private static final String ALIAS = "AWS::Lambda::Alias";
  private static final String TRIGGER = "AWS::Lambda::EventSourceMapping";

  /** The function as it would be published. */
  Map<String, Object> function() {
    return stack.properties(id);
  }

  /** Another version than before is another text. */
  String version(String aliasArn) {
    return String.valueOf(alias(aliasArn).get("FunctionVersion"));
  }

  /** All aliases of the function, by the names that triggers use. */
  List<String> aliases() {
    return stack.ofType(ALIAS).stream()
        .filter(alias -> id.equals(stack.properties(alias).get("FunctionName")))
        .map(this::arn)
        .toList();
  }

  String trigger() {
    return String.valueOf(mapping().get("FunctionName"));
  }

  boolean readsLists() {
    return mapping().get("FunctionResponseTypes") instanceof List<?> types
        && types.contains("ReportBatchItemFailures");
  }

  /** What a version that is published now knows of its triggers. */
  PartialResponses partialResponses() {
    Map<?, ?> environment = (Map<?, ?>) function().get("Environment");
    Map<?, ?> variables = (Map<?, ?>) environment.get("Variables");
    return PartialResponses.parse(String.valueOf(variables.get("PARTIAL_RESPONSES")));
  }

  private Map<String, Object> mapping() {
    return stack.ofType(TRIGGER).stream()
        .map(stack::properties)
        .filter(mapping -> aliases().contains(String.valueOf(mapping.get("FunctionName"))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing triggers " + id));
  }

  private Map<String, Object> alias(String arn) {
    return stack.ofType(ALIAS).stream()
        .filter(id -> arn(id).equals(arn))
        .map(stack::properties)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no alias is named " + arn));
  }

  private String arn(String id) {
    return stack.physicalName(id);
  }
}

package io.usagecollector.forward;

/**
 * Which triggers read a list of held records ({@code PARTIAL_RESPONSES}). One that does not takes
 * the list for success, and the records are lost: so it has to be known of the trigger that made
 * this very invocation, and not of the stack. An invocation tells which alias it came through, and
 * a trigger's alias and its {@code FunctionResponseTypes} change in one and the same call.
 */
public sealed interface PartialResponses {

  /** No trigger does. */
  record Never() implements PartialResponses {}

  /** Every trigger does: where somebody else sees to it. */
  record Always() implements PartialResponses {}

  /** Those that invoke the function through this alias do. */
  record ThroughAlias(String name) implements PartialResponses {}

  /**
   * Reads {@code false}, {@code true} or {@code alias:NAME}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static PartialResponses parse(String text) {
    return switch (text) {
      case "false" -> new Never();
      case "true" -> new Always();
      default -> new ThroughAlias(alias(text));
    };
  }

  /**
   * Whether the trigger behind an invocation reads a list.
   *
   * @param invokedFunctionArn what was invoked: {@code
   *     arn:aws:lambda:REGION:ACCOUNT:function:NAME}, and {@code :ALIAS} where it came through one
   */
  default boolean areReadBy(String invokedFunctionArn) {
    return switch (this) {
      case Never() -> false;
      case Always() -> true;
      case ThroughAlias(String name) -> name.equals(qualifier(invokedFunctionArn));
    };
  }

  private static String qualifier(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length == 8 ? parts[7] : "";
  }

  private static String alias(String text) {
    String name = text.startsWith("alias:") ? text.substring("alias:".length()) : "";
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "PARTIAL_RESPONSES must be true or false, or alias:NAME: a list of held records may only"
              + " be given to a trigger that has FunctionResponseTypes: [ReportBatchItemFailures]");
    }
    return name;
  }
}

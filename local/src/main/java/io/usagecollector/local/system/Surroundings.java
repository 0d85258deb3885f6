package io.usagecollector.local.system;

import io.usagecollector.local.billing.BillingServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What the functions find around them.
 *
 * @param billing where they bill
 * @param queueEndpoint where they reach the queues
 * @param queues the queues
 * @param state what instances share
 * @param stream the name that event ids are made of
 */
record Surroundings(
    BillingServer billing, URI queueEndpoint, Queues queues, SharedTable state, String stream) {

  /** The variables that tell a function of them, as the template sets them. */
  Map<String, String> variables() {
    var variables = new HashMap<>(billing.variables());
    variables.put("RETRY_QUEUE_URL", queues.retry().url());
    variables.put("DEAD_LETTER_QUEUE_URL", queues.deadLetters().url());
    variables.put("STREAM_ID", stream);
    variables.put("AWS_ENDPOINT_URL_SQS", queueEndpoint.toString());
    variables.put("STATE_TABLE", state.name());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", state.endpoint().toString());
    if (!billing.trustOptions().isEmpty()) {
      variables.put("JAVA_TOOL_OPTIONS", String.join(" ", billing.trustOptions()));
    }
    return variables;
  }
}

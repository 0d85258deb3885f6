package io.usagecollector.forward;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the function's environment tells it.
 *
 * @param pipelineFile {@code PIPELINE_FILE}: the collector configuration, by default in the layer
 * @param deadLetterQueueUrl {@code DEAD_LETTER_QUEUE_URL}
 * @param streamId {@code STREAM_ID}: the name of the stream for good, where the cluster's ARN shall
 *     not be it, or there is none
 * @param partialResponses {@code PARTIAL_RESPONSES}: which triggers read a list of held records
 * @param quantityProperties {@code QUANTITY_PROPERTIES}: the properties that are billed by amount,
 *     commas between them
 */
record Settings(
    Path pipelineFile,
    String deadLetterQueueUrl,
    Optional<String> streamId,
    PartialResponses partialResponses,
    Optional<String> quantityProperties) {
  private static final String DEFAULT_PIPELINE_FILE = "/opt/pipeline/pipeline.yaml";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for one that is missing or cannot be meant
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        Path.of(value(environment, "PIPELINE_FILE").orElse(DEFAULT_PIPELINE_FILE)),
        value(environment, "DEAD_LETTER_QUEUE_URL").orElseThrow(Settings::noDeadLetterQueue),
        value(environment, "STREAM_ID"),
        PartialResponses.parse(value(environment, "PARTIAL_RESPONSES").orElse("false")),
        value(environment, "QUANTITY_PROPERTIES"));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static IllegalArgumentException noDeadLetterQueue() {
    return new IllegalArgumentException(
        "DEAD_LETTER_QUEUE_URL is not set: give the URL of the SQS queue that takes what cannot be"
            + " delivered");
  }
}

package io.usagecollector.aws.assembly;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the environment tells every function that delivers.
 *
 * @param service the function's name in metrics
 * @param pipelineFile {@code PIPELINE_FILE}: the collector configuration, by default in the layer
 * @param deadLetterQueueUrl {@code DEAD_LETTER_QUEUE_URL}
 * @param letterBucket {@code LETTER_BUCKET}: the S3 bucket for letters larger than a message;
 *     without one they go in parts
 * @param quantityProperties {@code QUANTITY_PROPERTIES}: the properties that are billed by amount,
 *     commas between them
 * @param retries what becomes of what cannot be delivered now
 * @param state what instances share
 */
public record DeliverySettings(
    String service,
    Path pipelineFile,
    String deadLetterQueueUrl,
    Optional<String> letterBucket,
    Optional<String> quantityProperties,
    RetrySettings retries,
    StateSettings state) {
  /**
   * Reads them.
   *
   * @param service the function's name in metrics
   * @throws IllegalArgumentException for one that is missing
   */
  public static DeliverySettings of(String service, Variables environment) {
    return new DeliverySettings(
        service,
        PipelineFile.path(environment),
        environment.required(
            "DEAD_LETTER_QUEUE_URL",
            "give the URL of the SQS queue that takes what cannot be delivered"),
        environment.text("LETTER_BUCKET"),
        environment.text("QUANTITY_PROPERTIES"),
        RetrySettings.of(environment),
        StateSettings.of(environment));
  }
}

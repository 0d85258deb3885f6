package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Message;
import java.util.Optional;

/**
 * A message that came out of a trial.
 *
 * @param input the index, in the batch that was tried, of the message it was made of: of an input
 *     that a processor dropped there is none
 * @param message the message, with its fault if a processor failed on it
 * @param failedAt the processor that failed and the place: {@code pipeline.processors[0].mapping
 *     (pipeline.yaml:12:15)}; empty where none did, or the fault came in with the batch
 */
public record Tried(int input, Message message, Optional<String> failedAt) {}

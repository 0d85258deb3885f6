package io.usagecollector.archive;

import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.core.letter.steps.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message that is to be kept.
 *
 * @param message as it was received
 * @param content what it claims that lay elsewhere, where it claims something
 */
record Kept(QueuedMessage message, Optional<byte[]> content) {
  /** How large it is, roughly: texts of JSON hardly grow, and bytes do by a third. */
  long size() {
    return message.body().length() + content.map(bytes -> 2L * bytes.length).orElse(0L);
  }

  /** The lines that keep it. */
  List<Step> steps() {
    return Stream.concat(
            Stream.<Step>of(new Step.Read(message.id(), message.sent(), message.body())),
            content.stream().map(bytes -> new Step.Content(message.id(), bytes)))
        .toList();
  }
}

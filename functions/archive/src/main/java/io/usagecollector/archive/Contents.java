package io.usagecollector.archive;

import io.usagecollector.aws.sqs.QueuedMessage;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.ClaimStore.Withdrawal;
import io.usagecollector.core.letter.Message;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What messages claim that lies elsewhere, and not for ever.
 *
 * @param store where it lies
 */
record Contents(ClaimStore store) {
  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
  private static final Duration EACH = Duration.ofSeconds(10);

  /** The message, whole; nothing while what it claims cannot be told. */
  Optional<Kept> with(QueuedMessage message) {
    return Message.read(message.body()) instanceof Message.Claimed claimed
        ? fetched(message, claimed)
        : Optional.of(new Kept(message, Optional.empty()));
  }

  private Optional<Kept> fetched(QueuedMessage message, Message.Claimed claimed) {
    return switch (store.fetch(claimed.claim(), EACH)) {
      case Withdrawal.Found(byte[] content) -> Optional.of(new Kept(message, Optional.of(content)));
      case Withdrawal.Missing(String why) -> {
        LOG.warn("letter {} is archived without its content: {}", message.id(), why);
        yield Optional.of(new Kept(message, Optional.empty()));
      }
      case Withdrawal.Unreachable(String why) -> {
        LOG.warn(
            "letter {} stays in the queue, its content was not reached: {}", message.id(), why);
        yield Optional.empty();
      }
    };
  }
}

package io.usagecollector.redeliver;

import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.ClaimStore.Withdrawal;
import io.usagecollector.core.letter.Message;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What messages claim that lies elsewhere.
 *
 * @param store where there is one
 * @param budget how long the invocation may still run
 */
record Contents(Optional<ClaimStore> store, TimeBudget budget) {
  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

  /** What the message says with it; nothing where it cannot be told now. */
  Optional<Message> of(Message.Claimed claimed) {
    return switch (fetched(claimed)) {
      case Withdrawal.Found(byte[] content) -> Optional.of(claimed.open(content));
      case Withdrawal.Missing(String why) ->
          Optional.of(new Message.Unreadable("the letter's content is gone: " + why));
      case Withdrawal.Unreachable(String why) -> {
        LOG.warn("a letter stays in the retry queue, its content was not reached: {}", why);
        yield Optional.empty();
      }
    };
  }

  private Withdrawal fetched(Message.Claimed claimed) {
    return store
        .map(from -> from.fetch(claimed.claim(), budget.leftForLetters().dividedBy(4)))
        .orElseGet(() -> new Withdrawal.Unreachable("LETTER_BUCKET is not set"));
  }
}

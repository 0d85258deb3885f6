package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * A queue of letters as delivery uses it: inside the time there is, and total. What a queue throws,
 * and an answer that is short, are refusals.
 *
 * @param name what it is called where it fails
 */
record Postbox(Letters letters, TimeBudget budget, String name) {
  private static final Receipt NO_TIME = new Receipt.Refused("no time was left to store it");

  /** Gives a receipt for each. */
  List<Receipt> store(List<Letter> some) {
    Duration left = budget.leftForLetters();
    if (!left.isPositive()) {
      return Collections.nCopies(some.size(), NO_TIME);
    }
    try {
      List<Receipt> receipts = letters.store(some, left);
      return receipts.size() == some.size() ? receipts : unclear(some, "its answer is short");
    } catch (RuntimeException e) {
      return unclear(some, e.getClass().getSimpleName());
    }
  }

  private List<Receipt> unclear(List<Letter> some, String why) {
    return Collections.nCopies(some.size(), new Receipt.Refused("the " + name + " failed: " + why));
  }
}

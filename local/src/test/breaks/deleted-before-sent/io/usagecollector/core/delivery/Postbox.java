package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.util.Collections;
import java.util.List;

/** Broken on purpose: what goes to the retry queue counts as stored, and is never sent. */
record Postbox(Letters letters, TimeBudget budget, String name) {
  List<Receipt> store(List<Letter> some) {
    return name.equals("retry queue")
        ? Collections.nCopies(some.size(), new Receipt.Stored())
        : letters.store(some, budget.leftForLetters());
  }
}

package io.usagecollector.aws.sqs;

import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import io.usagecollector.core.letter.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of a letter that is longer than a message may be: one that claims its content, which
 * is stored before the message is sent; or parts of it, where there is no store or it refuses. A
 * crash in between leaves an object or parts that nobody misses, since the record comes again.
 *
 * @param claims takes contents, where there is one
 */
record LargeLetters(Optional<ClaimStore> claims) {
  private static final Logger LOG = LoggerFactory.getLogger(LargeLetters.class);

  /**
   * @param left what storing and sending may take: half of it is kept for the parts, so that a
   *     store that does not answer costs no letter
   */
  List<String> messages(Letter letter, Duration left) {
    LargeLetter large = LargeLetter.of(letter);
    Duration half = left.dividedBy(2);
    if (claims.isPresent() && half.isPositive()) {
      switch (claims.get().store(large, half)) {
        case ClaimStore.Deposit.Stored(var claim) -> {
          return List.of(large.claiming(claim));
        }
        case ClaimStore.Deposit.Refused(String why) ->
            LOG.warn(
                "A letter larger than a message goes in parts, since the bucket does not take it:"
                    + " check LETTER_BUCKET and the permission to put objects. Letter {}: {}",
                large.key(),
                why);
      }
    }
    return large.parts(Sqs.LONGEST);
  }
}

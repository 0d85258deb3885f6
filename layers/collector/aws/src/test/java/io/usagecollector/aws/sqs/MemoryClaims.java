package io.usagecollector.aws.sqs;

import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A store in memory, which refuses everything while it is told to. */
final class MemoryClaims implements ClaimStore {
  final Map<String, byte[]> objects = new HashMap<>();
  boolean refusing;

  @Override
  public Deposit store(LargeLetter letter, Duration timeout) {
    if (refusing) {
      return new Deposit.Refused("it is full");
    }
    objects.put(letter.key(), letter.content());
    return new Deposit.Stored(
        new Claim("bucket", letter.key(), letter.sha256(), letter.content().length));
  }

  @Override
  public Withdrawal fetch(Claim claim, Duration timeout) {
    byte[] content = objects.get(claim.object());
    return content == null ? new Withdrawal.Missing("none") : new Withdrawal.Found(content);
  }
}

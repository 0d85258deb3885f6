package io.usagecollector.cli.letters;

import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.LargeLetter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A bucket in memory. */
final class MemoryClaims implements ClaimStore {
  final Map<String, byte[]> objects = new HashMap<>();

  @Override
  public Deposit store(LargeLetter letter, Duration timeout) {
    objects.put(letter.key(), letter.content());
    return new Deposit.Stored(
        new Claim("bucket", letter.key(), letter.sha256(), letter.content().length));
  }

  @Override
  public Withdrawal fetch(Claim claim, Duration timeout) {
    byte[] content = objects.get(claim.object());
    return content == null
        ? new Withdrawal.Missing("the bucket answered 404 NoSuchKey")
        : new Withdrawal.Found(content);
  }
}

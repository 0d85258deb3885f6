package io.usagecollector.testkit.store;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** ULIDs, as the server makes its ids. */
public final class Ids {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final Clock clock;
  private final RandomGenerator random;

  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public String next(String prefix) {
    return prefix + "_" + next();
  }

  public synchronized String next() {
    StringBuilder ulid = new StringBuilder(TIME_CHARACTERS + RANDOM_CHARACTERS);
    long millis = clock.millis();
    for (int shift = 5 * (TIME_CHARACTERS - 1); shift >= 0; shift -= 5) {
      ulid.append(CROCKFORD.charAt((int) (millis >>> shift) & 31));
    }
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      ulid.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return ulid.toString();
  }
}

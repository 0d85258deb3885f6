package io.usagecollector.bloblang;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The real clock and real randomness. */
final class SystemHost implements Host {
  static final SystemHost INSTANCE = new SystemHost();

  private final RandomGenerator random = new SecureRandom();

  private SystemHost() {}

  @Override
  public long unixNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}

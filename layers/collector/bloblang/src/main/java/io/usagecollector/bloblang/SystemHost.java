package io.usagecollector.bloblang;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The real clock and real randomness. */
enum SystemHost implements Host {
  INSTANCE;

  private final RandomGenerator random = new SecureRandom();

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

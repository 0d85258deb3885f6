package io.usagecollector.bloblang;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The machine a mapping runs on: its clock, real randomness, and its name. */
final class Machine {
  static final RandomGenerator RANDOM = new SecureRandom();

  private Machine() {}

  static long unixNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}

package io.usagecollector.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Which seeds are played. One alone: {@code -Dsimulation.seed=N}. Else as many as {@code
 * -Dsimulation.runs} says, from a first one that changes with every commit: what {@code COMMIT} in
 * the environment names, or what git does, and where neither is there it is always the same.
 */
final class Seeds {
  private static final int RUNS = 10_000;
  private static final int HEX_DIGITS = 12;
  private static final int HEX = 16;

  private Seeds() {}

  static OptionalLong alone() {
    Long seed = Long.getLong("simulation.seed");
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  static int runs() {
    return Integer.getInteger("simulation.runs", RUNS);
  }

  static long first() {
    String named = System.getenv("COMMIT");
    return ofCommit(named == null ? head() : named);
  }

  /** A number out of a commit's name; 1 if it is none. */
  static long ofCommit(String name) {
    String hex = name.strip();
    return hex.length() >= HEX_DIGITS && hex.chars().allMatch(c -> Character.digit(c, HEX) >= 0)
        ? Long.parseLong(hex.substring(0, HEX_DIGITS), HEX)
        : 1;
  }

  private static String head() {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "HEAD").redirectErrorStream(true).start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}

package io.usagecollector.simulation;

import io.usagecollector.simulation.ledger.Trace;
import java.util.List;
import java.util.Optional;

/** Plays stories. The same story plays the same, wherever and however often. */
public final class Replay {
  private Replay() {}

  /**
   * How a story ended.
   *
   * @param failure what broke, if anything did
   * @param told how much happened
   * @param trace the last of it
   */
  public record Played(Story story, Optional<Throwable> failure, long told, List<String> trace) {}

  /** Call it on a virtual thread: tasks change hands quickly there. */
  public static Played of(Story story) {
    var trace = new Trace();
    Optional<Throwable> failure = Optional.empty();
    try {
      new World(story, trace).play();
    } catch (AssertionError | RuntimeException e) {
      failure = Optional.of(e);
    }
    return new Played(story, failure, trace.told(), trace.lines());
  }
}

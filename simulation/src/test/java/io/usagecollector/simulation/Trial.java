package io.usagecollector.simulation;

import io.usagecollector.simulation.fault.Trouble;

/** A story's end, told in words that any class loader understands. */
public final class Trial {
  private Trial() {}

  /** What broke the law in this seed's world, or nothing. */
  public static String failure(String law, long seed) {
    return failure(Story.of(seed).under(law));
  }

  /** The same, where this is the only trouble. */
  public static String failure(String law, long seed, String trouble) {
    return failure(Story.of(seed).under(law).during(Trouble.valueOf(trouble)));
  }

  static String failure(Story story) {
    String[] failure = {""};
    Thread world =
        Thread.ofVirtual()
            .start(() -> failure[0] = Replay.of(story).failure().map(String::valueOf).orElse(""));
    try {
      world.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return failure[0];
  }
}

package io.usagecollector.core.pipeline;

/** How far a record may be taken apart. */
final class Unarchiving {
  /** What one invocation can deliver; more would be a record built to exhaust it. */
  static final int MOST_PARTS = 10_000;

  private Unarchiving() {}
}

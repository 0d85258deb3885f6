package io.usagecollector.core.config.key;

/** What becomes of a key of the configuration. */
public sealed interface Treatment {
  /**
   * Taken as upstream means it.
   *
   * @param where what bounds that, as a phrase that goes on after "honoured"; empty for nothing
   */
  record Honoured(String where) implements Treatment {}

  /**
   * Known, and without effect here.
   *
   * @param notice why, and what decides instead
   */
  record Ignored(String notice) implements Treatment {}

  /**
   * Known, and cannot be had here.
   *
   * @param instead why, and what to write instead
   */
  record Refused(String instead) implements Treatment {}
}

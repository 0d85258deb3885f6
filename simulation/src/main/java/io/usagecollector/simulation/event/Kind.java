package io.usagecollector.simulation.event;

import java.util.Locale;

/** What a part of a record is, and so what must become of it. */
public enum Kind {
  /** An event that the service takes: it is billed once. */
  GOOD,
  /** An event that the service refuses whenever it sees it. */
  REFUSED,
  /** An event that makes the service break down: its bulk is answered 500. */
  BREAKS,
  /** An event that makes the service hang: its bulk is not answered. */
  HANGS,
  /** An event that makes the connection break. */
  RESETS,
  /** An event that something before the service does not let through: a page with a 403. */
  BLOCKED,
  /** The mapping drops it. */
  FILTERED,
  /** The mapping fails on it. */
  FAULTY;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** How a record says it, and the name of its event. */
  public String word() {
    return word;
  }

  public static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether an event is made of it. */
  public boolean isEvent() {
    return switch (this) {
      case GOOD, REFUSED, BREAKS, HANGS, RESETS, BLOCKED -> true;
      case FILTERED, FAULTY -> false;
    };
  }

  /** Whether whatever bulk it is in fails, without the service judging it. */
  public boolean isPoison() {
    return switch (this) {
      case BREAKS, HANGS, RESETS, BLOCKED -> true;
      case GOOD, REFUSED, FILTERED, FAULTY -> false;
    };
  }
}

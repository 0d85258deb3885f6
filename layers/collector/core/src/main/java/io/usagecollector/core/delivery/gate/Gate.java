package io.usagecollector.core.delivery.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of when the billing service may be called, and of what it accepts. It outlives the
 * invocation, since a source hands a held batch over again at once: without it, each time would map
 * and call again. One instance's memory; whether it is closed is shared by the fleet where there is
 * a {@link SharedCircuit}. Thread-safe; never part of a snapshot. Times are milliseconds since
 * 1970-01-01T00:00:00Z.
 *
 * <p>Closed, it lets one batch in at intervals, to see whether the fault is mended: a held topic
 * recovers by itself.
 */
public interface Gate {
  /**
   * So many bad events are nothing strange where others were accepted lately: one acceptance
   * vouches for no more.
   */
  int FEW_BAD = 10;

  /** Asked before a batch is mapped. */
  Entry enter();

  /** Why no batch that is no probe may send any more, if it is closed. */
  Optional<String> closed();

  /** Whether it is closed because the service has not answered for a while. */
  boolean isAway();

  /**
   * The earliest time of the next call: the service asked for it, or no more are allowed before. A
   * time that has passed means now.
   */
  long opensAt();

  /** A call is made now: {@link #opensAt} said that it may be. */
  void sending();

  /** The service asked for calls no sooner than in so long. */
  void throttled(Duration pause);

  /** The service refused the credentials. The second time in a row closes the gate. */
  Verdict refused();

  /** The service judged an event, so it is there, and took the credentials. */
  void judged();

  /** The service accepted events. Opens the gate. */
  void accepted();

  /** No answer that tells anything came. Enough of them, for long enough, close the gate. */
  void failed();

  /** All is refused alike, and nothing accepted: closes the gate, longer each time in a row. */
  void refusedAlike();

  /** Whether the last call told nothing: no event was accepted or judged since. */
  boolean isFailing();

  /** Something before the service refuses all calls. Closes the gate for a minute. */
  void forbidden();

  /** What answers is not the service's endpoint. Closes the gate for a minute. */
  void misconfigured();

  /** So many events that fail alone, one after the other, may be to blame for it themselves. */
  int FEW_ALONE = 3;

  /**
   * Whether an event that fails alone may be to blame for it, since others were accepted within so
   * long before now: {@link #FEW_ALONE} of them, until one is accepted again.
   */
  boolean blamesAlone(Duration before);

  /** Whether events were accepted lately. */
  boolean acceptedLately();

  /**
   * Whether so many events that were refused alike may be taken for bad ones, since others were
   * accepted lately. What one acceptance vouches for is used up, so that a service that refuses
   * everything from now on does not go on emptying the topic.
   */
  boolean vouchesFor(int events);

  /**
   * Whether a few events that are refused alike may be taken aside, to see what is behind them: not
   * before a few seconds, and then seldomer each time until something is accepted, so that a
   * service that refuses everything does not empty a topic.
   */
  boolean maySetAside();

  /** Whether a person was not told of undecided refusals for a minute; then they are now. */
  boolean mayTell();

  /** Whether a person was not told for a minute that the gate is closed; then they are now. */
  boolean mayTellOfClosure();

  /** Whether a batch may be mapped. */
  sealed interface Entry {
    /** As ever. */
    record Open() implements Entry {}

    /** The gate is closed, and this batch tries whether it may be opened. */
    record Probe() implements Entry {}

    /**
     * Neither map nor call.
     *
     * @param why safe to log
     */
    record Closed(String why) implements Entry {}
  }

  /** What to do about refused credentials. */
  enum Verdict {
    /** Fetch them anew and try once more. */
    RENEW,
    /** Call no more: what was fetched anew is refused too. */
    STOP
  }
}

package io.usagecollector.testkit.openmeter.fault;

/** What can go wrong between an answer and the store. Thread-safe. */
public final class IngestFaults {
  private int losing;
  private int breakingAfter = -1;

  /** The events of the next requests are answered as ever, and never stored: the broker is down. */
  public synchronized void loseNext(int requests) {
    losing = requests;
  }

  /** The next request is answered 500 after so many of its events went on. */
  public synchronized void breakNextAfter(int events) {
    breakingAfter = events;
  }

  /** Whether this request is one to lose. */
  public synchronized boolean claimLoss() {
    if (losing == 0) {
      return false;
    }
    losing--;
    return true;
  }

  /** How many events of this request go on before it breaks; all of them if it does not. */
  public synchronized int claimBreak(int events) {
    int after = breakingAfter;
    breakingAfter = -1;
    return after < 0 ? events : Math.min(after, events);
  }
}

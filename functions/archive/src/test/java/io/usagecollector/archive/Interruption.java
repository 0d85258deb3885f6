package io.usagecollector.archive;

import java.util.function.Supplier;

/** Ends the process at one of its calls to the outside: before it was heard, or after. */
final class Interruption {
  /** The process has ended: it makes no other call. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int callsLeft = Integer.MAX_VALUE;
  private boolean after;

  /** At that call from now on, counted from 0. */
  void at(int call, boolean afterIt) {
    callsLeft = call;
    after = afterIt;
  }

  void never() {
    callsLeft = Integer.MAX_VALUE;
  }

  boolean hasKilled() {
    return callsLeft < 0;
  }

  <T> T around(Supplier<T> call) {
    int left = callsLeft--;
    if (left < 0 || (left == 0 && !after)) {
      throw new Killed();
    }
    T answer = call.get();
    if (left == 0) {
      throw new Killed();
    }
    return answer;
  }
}

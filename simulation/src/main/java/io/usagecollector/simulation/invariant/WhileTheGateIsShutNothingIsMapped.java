package io.usagecollector.simulation.invariant;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;

/**
 * While an instance's gate is shut it maps one batch at intervals: after a minute for refused
 * credentials, else after a second at least once the first has tried in vain.
 */
final class WhileTheGateIsShutNothingIsMapped implements Invariant {
  private static final String CREDENTIALS = "the billing service refuses the API key";
  private static final String ALL_ALIKE = "the billing service refuses everything alike";

  private static final class Memory {
    private long lastMapped = Long.MIN_VALUE / 2;
    private boolean triedInVain;
    private String shut = "";
    private boolean mapped;
    private boolean accepted;
    private boolean judged;
  }

  private final Map<String, Memory> memories = new HashMap<>();

  /** Whether an instance has told all others that the service may be called. */
  private boolean back;

  private final OutOfStep misled = new OutOfStep();

  private Memory of(Invocation invocation) {
    return memories.computeIfAbsent(invocation.instance(), any -> new Memory());
  }

  @Override
  public void after(Happening happening, Ledger ledger) {
    misled.after(happening);
    switch (happening) {
      case Happening.Invoked(Invocation invocation, int _, var _, var shut) ->
          of(invocation).shut = back ? "" : shut.orElse("");
      case Happening.CircuitSet(long _, String _, boolean isOpen, boolean _) -> {
        // Another instance has found the service back: what comes then begins anew.
        back = !isOpen;
        if (back) {
          memories.values().forEach(memory -> memory.triedInVain = false);
        }
      }
      case Happening.Mapped(long _, Invocation invocation, var _) -> mapped(invocation);
      case Happening.Requested requested -> {
        Memory memory = of(requested.invocation());
        memory.accepted |= requested.answer() instanceof Answer.Accepted;
        memory.judged |= requested.answer() instanceof Answer.Invalid;
      }
      case Happening.Reported(long _, Invocation invocation, var _) ->
          ended(of(invocation), invocation);
      default -> {}
    }
  }

  private void mapped(Invocation invocation) {
    Memory memory = of(invocation);
    if (memory.mapped) {
      return;
    }
    memory.mapped = true;
    long since = invocation.start() - memory.lastMapped;
    boolean shut = !memory.shut.isEmpty();
    long interval = memory.shut.equals(CREDENTIALS) ? 60_000 : memory.triedInVain ? 1_000 : 0;
    holds(
        !shut || since >= interval || misled.is(invocation.instance()),
        "%s mapped after %s ms, though its gate was shut: %s",
        invocation,
        since,
        memory.shut);
  }

  private static void ended(Memory memory, Invocation invocation) {
    if (memory.mapped) {
      boolean opened = memory.accepted || (memory.judged && !memory.shut.equals(ALL_ALIKE));
      memory.triedInVain = !memory.shut.isEmpty() && !opened;
      memory.lastMapped = invocation.start();
    }
    memory.mapped = false;
    memory.accepted = false;
    memory.judged = false;
  }
}

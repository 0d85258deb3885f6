package io.usagecollector.simulation.table;

import io.usagecollector.core.delivery.gate.Circuit;
import io.usagecollector.core.delivery.gate.Closure;
import io.usagecollector.core.delivery.gate.SharedBudget;
import io.usagecollector.core.delivery.gate.SharedCircuit;
import io.usagecollector.simulation.billing.Connection;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.util.Optional;
import java.util.function.Supplier;

/** One circuit and one budget for all instances. */
public final class StateTable {
  private final Surroundings world;
  private final Sharing sharing;
  private Circuit circuit = Circuit.UNTOUCHED;
  private long due = Long.MIN_VALUE;

  public StateTable(Surroundings world, Sharing sharing) {
    this.world = world;
    this.sharing = sharing;
  }

  public Sharing sharing() {
    return sharing;
  }

  /** The circuit, as a process has it. */
  public SharedCircuit circuit(Connection process) {
    return new SharedCircuit() {
      @Override
      public Optional<Circuit> read() {
        return asked(
            process, "read the circuit", Optional::<Circuit>empty, () -> Optional.of(circuit));
      }

      @Override
      public Swap change(Circuit seen, Circuit next) {
        return asked(
            process,
            "change the circuit",
            Swap.Away::new,
            () -> circuit.epoch() == seen.epoch() ? set(next, process, false) : beaten());
      }

      @Override
      public Swap probe(Circuit seen, Circuit next) {
        return asked(
            process,
            "take the probe",
            Swap.Away::new,
            () ->
                circuit.epoch() == seen.epoch() && probeDue(circuit) == probeDue(seen)
                    ? set(next, process, true)
                    : beaten());
      }

      private Swap beaten() {
        return new Swap.Beaten(circuit);
      }
    };
  }

  private static long probeDue(Circuit circuit) {
    return circuit.closure().map(Closure::nextProbe).orElse(-1L);
  }

  private SharedCircuit.Swap set(Circuit next, Connection process, boolean probe) {
    circuit = next;
    world.tell(
        new Happening.CircuitSet(world.now(), process.holder(), next.closure().isPresent(), probe));
    return new SharedCircuit.Swap.Done();
  }

  /** The budget, as a process has it. */
  public SharedBudget budget(Connection process) {
    return (now, next) ->
        asked(
            process,
            "take a portion",
            SharedBudget.Portion.Away::new,
            () -> {
              if (due > now && due <= next) {
                return new SharedBudget.Portion.NotBefore(due);
              }
              due = next;
              return new SharedBudget.Portion.Taken();
            });
  }

  /** Out of reach, or without an answer, as the weather has it. */
  private <T> T asked(Connection process, String what, Supplier<T> away, Supplier<T> answer) {
    if (world.happens(sharing.away(world.weather(), world.now()))) {
      return lost(process, away);
    }
    T told = process.effect(what, answer);
    return world.happens(sharing.unanswered(world.weather(), world.now()))
        ? lost(process, away)
        : told;
  }

  private <T> T lost(Connection process, Supplier<T> away) {
    world.tell(new Happening.TableAway(world.now(), process.holder()));
    return away.get();
  }
}

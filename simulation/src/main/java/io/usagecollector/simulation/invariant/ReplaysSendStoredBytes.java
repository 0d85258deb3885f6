package io.usagecollector.simulation.invariant;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Invocation;
import io.usagecollector.simulation.ledger.Ledger;
import io.usagecollector.simulation.ledger.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies in the retry queue as an event goes out again in the bytes that lie there, whatever
 * mapping is live by then. Only a record of which nothing was made yet is mapped.
 */
final class ReplaysSendStoredBytes implements Invariant {
  private final Map<String, List<byte[]>> stored = new HashMap<>();
  private final Map<String, PartId> parts = new HashMap<>();
  private final Set<PartId> unmapped = new HashSet<>();

  @Override
  public void after(Happening happening, Ledger ledger) {
    switch (happening) {
      case Happening.MessageSent(long _, String _, String _, long _, var letters) ->
          letters.forEach(this::note);
      case Happening.Requested requested when isReplay(requested.invocation()) ->
          requested.events().forEach(this::check);
      default -> {}
    }
  }

  private static boolean isReplay(Invocation invocation) {
    return invocation.instance().startsWith("redeliver");
  }

  private void note(Letter letter) {
    if (letter.event().isPresent()) {
      UsageEvent event = letter.event().get();
      stored.computeIfAbsent(event.eventId(), any -> new ArrayList<>()).add(event.json());
      parts.put(event.eventId(), PartId.of(letter.record().at(), letter.ordinal()));
    } else {
      unmapped.addAll(Letters.parts(letter));
    }
  }

  private void check(UsageEvent event) {
    PartId part = parts.get(event.eventId());
    if (part != null && !unmapped.contains(part)) {
      holds(
          stored.getOrDefault(event.eventId(), List.of()).stream()
              .anyMatch(bytes -> Arrays.equals(bytes, event.json())),
          "%s is sent again in other bytes than are stored",
          part);
    }
  }
}

package io.usagecollector.simulation.ledger;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.simulation.billing.DuplicateKey;
import io.usagecollector.simulation.billing.ReceivedEvent;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.event.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where every part of every record is, out of what happened. */
public final class Ledger implements Journal {
  private final Map<Coordinates, List<Kind>> produced = new LinkedHashMap<>();
  private final Map<PartId, Integer> handedOver = new HashMap<>();
  private final Map<PartId, Set<DuplicateKey>> bill = new LinkedHashMap<>();
  private final Map<PartId, List<Letter>> deadLetters = new LinkedHashMap<>();
  private final Retries retries = new Retries();
  private final Set<Coordinates> acknowledged = new LinkedHashSet<>();

  @Override
  public void tell(Happening happening) {
    switch (happening) {
      case Happening.Produced(long _, var record) -> produced.put(record.at(), Words.of(record));
      case Happening.Invoked(var _, int _, var parts, var _) ->
          parts.forEach(part -> handedOver.merge(part, 1, Integer::sum));
      case Happening.Billed(long _, var events) -> events.forEach(this::bill);
      case Happening.LetterBuried(long _, String _, Letter letter) ->
          Letters.parts(letter).forEach(part -> bury(part, letter));
      case Happening.MessageSent(long _, String _, String id, long _, var letters) ->
          retries.sent(id, letters.stream().flatMap(one -> Letters.parts(one).stream()).toList());
      case Happening.MessageDeleted(long _, String id) -> retries.deleted(id);
      case Happening.Acknowledged(long _, String _, var records) -> acknowledged.addAll(records);
      case Happening.Mapped _,
          Happening.Requested _,
          Happening.Landed _,
          Happening.Applied _,
          Happening.CustomerAsked _,
          Happening.CustomerMade _,
          Happening.Reported _,
          Happening.Died _,
          Happening.ClockJumped _,
          Happening.CircuitSet _,
          Happening.TableAway _,
          Happening.Noted _ -> {}
    }
  }

  private void bill(ReceivedEvent event) {
    bill.computeIfAbsent(event.part(), part -> new LinkedHashSet<>()).add(event.key());
  }

  private void bury(PartId part, Letter letter) {
    deadLetters.computeIfAbsent(part, any -> new ArrayList<>()).add(letter);
  }

  /** The lines of the bill that are of this part. */
  public Set<DuplicateKey> bill(PartId part) {
    return bill.getOrDefault(part, Set.of());
  }

  /** The dead letters of this part. */
  public List<Letter> deadLetters(PartId part) {
    return deadLetters.getOrDefault(part, List.of());
  }

  /** What is tried again. */
  public Retries retries() {
    return retries;
  }

  /** Whether the part is somewhere, or is nothing: its source may forget it. */
  public boolean stands(PartId part) {
    return switch (kind(part)) {
      case FILTERED -> true;
      case FAULTY -> !deadLetters(part).isEmpty() || retries.isWaiting(part);
      case GOOD, REFUSED, BREAKS, HANGS, RESETS, BLOCKED ->
          !bill(part).isEmpty() || !deadLetters(part).isEmpty() || retries.isWaiting(part);
    };
  }

  public Kind kind(PartId part) {
    var record = new Coordinates(Words.TOPIC, part.partition(), part.offset());
    return produced.getOrDefault(record, List.of()).get(part.ordinal());
  }

  /** Every part of every record there is, in the order they were produced. */
  public Stream<PartId> parts() {
    return produced.keySet().stream().flatMap(this::parts);
  }

  public Stream<PartId> parts(Coordinates at) {
    int count = produced.getOrDefault(at, List.of()).size();
    return Stream.iterate(0, n -> n < count, n -> n + 1).map(n -> PartId.of(at, n));
  }

  /** How often a part was handed to a function, by the topic or the retry queue. */
  public int handedOver(PartId part) {
    return handedOver.getOrDefault(part, 0);
  }

  /** Whether all records there are were acknowledged, and nothing is to be tried again. */
  public boolean isSettled() {
    return acknowledged.size() == produced.size() && retries.isEmpty();
  }

  /** Records that were never acknowledged. */
  public Stream<Coordinates> open() {
    return produced.keySet().stream().filter(at -> !acknowledged.contains(at));
  }
}

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
  private final Map<Coordinates, Integer> handedOver = new HashMap<>();
  private final Map<PartId, Set<DuplicateKey>> bill = new LinkedHashMap<>();
  private final Map<PartId, List<Letter>> deadLetters = new LinkedHashMap<>();
  private final Set<Coordinates> acknowledged = new LinkedHashSet<>();

  @Override
  public void tell(Happening happening) {
    switch (happening) {
      case Happening.Produced(long _, var record) -> produced.put(record.at(), Words.of(record));
      case Happening.Invoked(var _, var records, var _) ->
          records.forEach(at -> handedOver.merge(at, 1, Integer::sum));
      case Happening.Billed(long _, var events) -> events.forEach(this::bill);
      case Happening.LetterTaken(long _, String _, Queue _, Letter letter) -> letter(letter);
      case Happening.Acknowledged(long _, String _, var records) -> acknowledged.addAll(records);
      case Happening.Mapped _,
          Happening.Requested _,
          Happening.Landed _,
          Happening.Reported _,
          Happening.Died _,
          Happening.ClockJumped _,
          Happening.Noted _ -> {}
    }
  }

  private void bill(ReceivedEvent event) {
    bill.computeIfAbsent(event.part(), part -> new LinkedHashSet<>()).add(event.key());
  }

  private void letter(Letter letter) {
    PartId part = PartId.of(letter.record().at(), letter.ordinal());
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

  public Stream<Letter> deadLetters() {
    return deadLetters.values().stream().flatMap(List::stream);
  }

  /** What the parts of a record are. */
  public List<Kind> kinds(Coordinates at) {
    return produced.getOrDefault(at, List.of());
  }

  public Kind kind(PartId part) {
    return kinds(record(part)).get(part.ordinal());
  }

  private static Coordinates record(PartId part) {
    return new Coordinates(Words.TOPIC, part.partition(), part.offset());
  }

  /** Every part of every record there is, in the order they were produced. */
  public Stream<PartId> parts() {
    return produced.keySet().stream().flatMap(this::parts);
  }

  public Stream<PartId> parts(Coordinates at) {
    return Stream.iterate(0, n -> n < kinds(at).size(), n -> n + 1).map(n -> PartId.of(at, n));
  }

  /** How often a record was handed to a function. */
  public int handedOver(PartId part) {
    return handedOver.getOrDefault(record(part), 0);
  }

  /** Whether all records there are were acknowledged. */
  public boolean isSettled() {
    return acknowledged.size() == produced.size();
  }

  /** Records that were never acknowledged. */
  public Stream<Coordinates> open() {
    return produced.keySet().stream().filter(at -> !acknowledged.contains(at));
  }
}

package io.usagecollector.cli.letters.redrive;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which letters are meant.
 *
 * @param conditions each must hold
 * @param customer whom the event is billed to
 * @param since when the letter was written at the earliest
 */
public record Selection(
    List<Condition> conditions, Optional<String> customer, Optional<Instant> since) {
  public Selection {
    conditions = List.copyOf(conditions);
  }

  /** Whether all is meant. */
  public boolean isEverything() {
    return conditions.isEmpty() && customer.isEmpty() && since.isEmpty();
  }

  /** Whether it is meant. A message that is no letter has its reason and its key alone. */
  public boolean takes(Filed filed) {
    return conditions.stream().allMatch(condition -> condition.holds(filed))
        && switch (filed) {
          case Filed.OfLetter letter -> takes(letter.head());
          case Filed.OfText text ->
              customer.isEmpty() && since.stream().noneMatch(text.queued()::isBefore);
        };
  }

  private boolean takes(LetterHead head) {
    return customer.stream()
            .allMatch(
                wanted -> head.event().filter(event -> event.customer().equals(wanted)).isPresent())
        && since.stream().noneMatch(head.written()::isBefore);
  }
}

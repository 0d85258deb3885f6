package io.usagecollector.simulation.ledger;

import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.simulation.event.PartId;
import io.usagecollector.simulation.event.Words;
import java.util.List;

/** Which parts letters stand for. */
public final class Letters {
  private Letters() {}

  /** What a message carries. The letters of a world are small: none is claimed or in parts. */
  public static List<Letter> in(String body) {
    if (Message.read(body) instanceof Message.Whole(List<Letter> letters)) {
      return letters;
    }
    throw new IllegalStateException("a message holds no whole letters");
  }

  /** The parts that a message carries. */
  public static List<PartId> parts(String body) {
    return in(body).stream().flatMap(letter -> parts(letter).stream()).toList();
  }

  /** One part, or where nothing was made of the record yet, all of it. */
  public static List<PartId> parts(Letter letter) {
    return letter.event().isEmpty() && letter.standsForItsRecord()
        ? Words.parts(letter.record())
        : List.of(PartId.of(letter.record().at(), letter.ordinal()));
  }
}

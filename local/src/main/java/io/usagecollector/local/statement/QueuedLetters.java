package io.usagecollector.local.statement;

import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.local.trigger.RecordPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The letters in a queue, each once: at-least-once may leave several copies of one.
 *
 * @param letters in no order
 */
public record QueuedLetters(List<Letter> letters) {
  public QueuedLetters {
    letters = List.copyOf(letters);
  }

  public static QueuedLetters of(Collection<String> bodies) {
    var parts = new Assembler<String>();
    var byKey = new TreeMap<String, Letter>();
    for (String body : bodies) {
      switch (Message.read(body)) {
        case Message.Part part -> parts.add(body, part);
        case Message whole -> letters(whole).forEach(letter -> byKey.put(letter.key(), letter));
      }
    }
    parts.assembled().stream()
        .flatMap(letter -> letters(letter.result()).stream())
        .forEach(letter -> byKey.put(letter.key(), letter));
    return new QueuedLetters(new ArrayList<>(byKey.values()));
  }

  private static List<Letter> letters(Message message) {
    return switch (message) {
      case Message.Whole(List<Letter> letters) -> letters;
      case Message.Unreadable(String why) ->
          throw new IllegalStateException("a queue holds what is no letter: " + why);
      case Message.Claimed _ ->
          throw new IllegalStateException("a queue holds a claim, and here is no bucket");
      case Message.Part _ -> throw new IllegalStateException("a part is no letter");
    };
  }

  /** Why, by record; of a record with several letters the last reason. */
  public Map<RecordPlace, String> reasons() {
    var reasons = new TreeMap<RecordPlace, String>();
    letters.forEach(letter ->
        reasons.put(placeOf(letter), letter.reason().kind() + ": " + letter.reason().safeText()));
    return reasons;
  }

  static RecordPlace placeOf(Letter letter) {
    Coordinates at = letter.record().at();
    return new RecordPlace(new TopicPartition(at.topic(), at.partition()), at.offset());
  }
}

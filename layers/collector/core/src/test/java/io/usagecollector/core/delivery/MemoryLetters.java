package io.usagecollector.core.delivery;

import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A queue of letters in memory, which refuses some. */
public final class MemoryLetters implements Letters {
  public final List<Letter> stored = new ArrayList<>();
  private final Predicate<Letter> takes;

  public MemoryLetters() {
    this(letter -> true);
  }

  public MemoryLetters(Predicate<Letter> takes) {
    this.takes = takes;
  }

  /** One that answers as told. */
  static Letters answering(BiFunction<List<Letter>, Duration, List<Receipt>> answer) {
    return answer::apply;
  }

  public List<Long> offsets() {
    return stored.stream().map(letter -> letter.record().at().offset()).toList();
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    return letters.stream().map(this::store).toList();
  }

  /** Through the very text that a queue would hold. */
  private Receipt store(Letter given) {
    Letter letter = Envelope.open(Envelope.seal(given).body());
    if (!takes.test(letter)) {
      return new Receipt.Refused("it is full");
    }
    stored.add(letter);
    return new Receipt.Stored();
  }
}

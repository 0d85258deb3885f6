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
final class MemoryLetters implements Letters {
  static final int LIMIT = 1024 * 1024;

  final List<Letter> stored = new ArrayList<>();
  private final Predicate<Letter> takes;

  MemoryLetters() {
    this(letter -> true);
  }

  MemoryLetters(Predicate<Letter> takes) {
    this.takes = takes;
  }

  /** One that answers as told. */
  static Letters answering(BiFunction<List<Envelope>, Duration, List<Receipt>> answer) {
    return new Letters() {
      @Override
      public List<Receipt> store(List<Envelope> letters, Duration timeout) {
        return answer.apply(letters, timeout);
      }

      @Override
      public int limit() {
        return LIMIT;
      }
    };
  }

  List<Long> offsets() {
    return stored.stream().map(letter -> letter.record().at().offset()).toList();
  }

  @Override
  public int limit() {
    return LIMIT;
  }

  @Override
  public List<Receipt> store(List<Envelope> letters, Duration timeout) {
    return letters.stream().map(this::store).toList();
  }

  private Receipt store(Envelope envelope) {
    Letter letter = Envelope.open(envelope.body());
    if (!takes.test(letter)) {
      return new Receipt.Refused("it is full");
    }
    stored.add(letter);
    return new Receipt.Stored();
  }
}

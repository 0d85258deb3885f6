package io.usagecollector.core.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A dead-letter queue in memory, which refuses some letters. */
final class MemoryLetters implements DeadLetters {
  final List<DeadLetter> stored = new ArrayList<>();
  private final Predicate<DeadLetter> takes;

  MemoryLetters() {
    this(letter -> true);
  }

  MemoryLetters(Predicate<DeadLetter> takes) {
    this.takes = takes;
  }

  List<Long> offsets() {
    return stored.stream().map(letter -> letter.record().at().offset()).toList();
  }

  @Override
  public List<Receipt> store(List<DeadLetter> letters, Duration timeout) {
    return letters.stream().map(this::store).toList();
  }

  private Receipt store(DeadLetter letter) {
    if (!takes.test(letter)) {
      return new Receipt.Refused("it is full");
    }
    stored.add(letter);
    return new Receipt.Stored();
  }
}

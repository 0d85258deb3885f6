package io.usagecollector.aws.sqs;

import io.usagecollector.core.letter.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of each letter: it is stored once every message that holds some of it is. */
final class Receipts {
  private final int letters;
  private final Set<Integer> stored = new HashSet<>();
  private final Map<Integer, String> refused = new HashMap<>();

  Receipts(int letters) {
    this.letters = letters;
  }

  void stored(Outgoing message) {
    stored.addAll(message.letters());
  }

  void refused(Outgoing message, String why) {
    message.letters().forEach(letter -> refused.putIfAbsent(letter, why));
  }

  List<Receipt> all() {
    List<Receipt> all = new ArrayList<>(letters);
    for (int letter = 0; letter < letters; letter++) {
      String why = refused.get(letter);
      all.add(
          why == null && stored.contains(letter)
              ? new Receipt.Stored()
              : new Receipt.Refused(why == null ? "it was not sent" : why));
    }
    return all;
  }
}

package io.usagecollector.core.letter.steps;

/**
 * A letter's place in a message: a message may hold several, where a retry queue has moved it here.
 *
 * @param message the queue's name for the message
 * @param index from 0
 */
public record Ref(String message, int index) {
  /** {@code message#index}. */
  @Override
  public String toString() {
    return message + "#" + index;
  }

  public static Ref parse(String text) {
    int hash = text.lastIndexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException("no letter of a message");
    }
    return new Ref(text.substring(0, hash), Integer.parseInt(text.substring(hash + 1)));
  }
}

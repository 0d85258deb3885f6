package io.usagecollector.core.letter;

import java.util.List;

/** What the text of a queue's message holds. */
public sealed interface Message {
  /**
   * One letter, or several that share a message.
   *
   * @param letters one or more; those of one record have it as the same object
   */
  record Whole(List<Letter> letters) implements Message {
    public Whole {
      letters = List.copyOf(letters);
    }
  }

  /**
   * It is no letter of this program, or of a later schema.
   *
   * @param why safe to log
   */
  record Unreadable(String why) implements Message {}

  /** Reads a message of any schema. Throws nothing for what a text may hold. */
  static Message read(String body) {
    return new MessageReader().read(body);
  }
}

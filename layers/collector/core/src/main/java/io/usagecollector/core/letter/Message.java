package io.usagecollector.core.letter;

import java.util.List;

/** What the text of a queue's message holds. */
public sealed interface Message {
  /** The latest schema: the first was a letter without attempts, the second one letter alone. */
  int SCHEMA = 3;

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
   * A letter whose content lies elsewhere.
   *
   * @param explanation what the message itself tells of it
   * @param claim where its content lies
   */
  record Claimed(Explanation explanation, Claim claim) implements Message {
    /** The letter with what was found there, or {@link Unreadable} if that is something else. */
    public Message open(byte[] content) {
      return explanation.completed(content, claim.sha256());
    }
  }

  /**
   * A part of a letter: an {@link Assembler} puts it together.
   *
   * @param explanation what the message itself tells of it
   * @param slice which part of its content is here
   */
  record Part(Explanation explanation, Slice slice) implements Message {}

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

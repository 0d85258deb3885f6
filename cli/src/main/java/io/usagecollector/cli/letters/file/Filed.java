package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.steps.Ref;
import java.time.Instant;
import java.util.List;

/** What waits in the file to be looked at and decided about. */
public sealed interface Filed {
  /** What people call it by. */
  String key();

  /** When it came into the queue; its life is counted from there. */
  Instant queued();

  /** Whether the last reading met it in the queue. */
  boolean isPresent();

  /**
   * A letter, once, however often it was written.
   *
   * @param head what is known of it
   * @param sent where the writing of it stands that is sent on: of an ambiguous one before all
   *     others, else of the last
   * @param all where all its writings stand
   * @param writings how often it was written
   * @param maybeSent whether a run before may have sent it on, and did not learn it
   */
  record OfLetter(
      LetterHead head,
      List<Ref> sent,
      List<Ref> all,
      int writings,
      Instant queued,
      boolean isPresent,
      boolean maybeSent)
      implements Filed {
    public OfLetter {
      sent = List.copyOf(sent);
      all = List.copyOf(all);
    }

    @Override
    public String key() {
      return head.key();
    }
  }

  /**
   * A message that is no letter, or the part of one that is not whole.
   *
   * @param key the queue's name for the message
   * @param why what is wrong with it, without values
   */
  record OfText(String key, String why, Instant queued, boolean isPresent) implements Filed {}
}

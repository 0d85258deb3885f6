package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.Explanation;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that was read, without its text.
 *
 * @param id the queue's name for it
 * @param queued when it came into the queue
 * @param line where its text stands
 * @param heads of the letters in it; none if it is no letter
 * @param trouble why it is none, if so
 */
record FiledMessage(String id, Instant queued, Line line, List<LetterHead> heads, String trouble) {
  FiledMessage {
    heads = List.copyOf(heads);
  }

  static FiledMessage of(Step.Read read, Line line) {
    return switch (Message.read(read.body())) {
      case Message.Whole(List<Letter> letters) ->
          new FiledMessage(
              read.id(), read.queued(), line, letters.stream().map(LetterHead::of).toList(), "");
      case Message.Claimed(Explanation letter, Claim claim) ->
          none(
              read,
              line,
              large(letter) + "its content is s3://" + claim.bucket() + "/" + claim.object());
      case Message.Part(Explanation letter, Slice slice) ->
          none(read, line, large(letter) + "this is part " + slice.number() + " of " + slice.of());
      case Message.Unreadable(String why) -> none(read, line, why);
    };
  }

  private static FiledMessage none(Step.Read read, Line line, String why) {
    return new FiledMessage(read.id(), read.queued(), line, List.of(), why);
  }

  private static String large(Explanation letter) {
    return "a letter larger than a message, of " + letter.coordinates() + ": ";
  }

  List<Ref> refs() {
    List<Ref> refs = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      refs.add(new Ref(id, i));
    }
    return refs;
  }
}

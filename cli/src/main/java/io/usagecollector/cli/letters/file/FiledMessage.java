package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.steps.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that was read, without its text.
 *
 * @param id the queue's name for it
 * @param queued when it came into the queue
 * @param line where its text stands
 * @param places how many letters stand in it, a part counted as one; none if it is no letter
 */
record FiledMessage(String id, Instant queued, Line line, int places) {
  List<Ref> refs() {
    List<Ref> refs = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      refs.add(new Ref(id, i));
    }
    return refs;
  }
}

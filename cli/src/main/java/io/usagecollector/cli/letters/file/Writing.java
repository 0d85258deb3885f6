package io.usagecollector.cli.letters.file;

import io.usagecollector.core.letter.steps.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter as it was written once.
 *
 * @param head what is known of it
 * @param refs where it stands: one place, or several where it came in parts
 */
record Writing(LetterHead head, List<Ref> refs) {
  Writing {
    refs = List.copyOf(refs);
  }

  /** The same, one of whose parts came twice. */
  Writing with(Ref repeat) {
    List<Ref> more = new ArrayList<>(refs);
    more.add(repeat);
    return new Writing(head, more);
  }
}

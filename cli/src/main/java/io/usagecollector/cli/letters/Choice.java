package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.redrive.Selection;
import io.usagecollector.cli.letters.redrive.Treatment;
import io.usagecollector.cli.terminal.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * What a redrive is about.
 *
 * @param letters that are sent on
 * @param notes what is left out and why
 * @param left how many of what was asked for are left out
 */
record Choice(List<Filed.OfLetter> letters, List<String> notes, int left) {
  Choice {
    letters = List.copyOf(letters);
    notes = List.copyOf(notes);
  }

  static Choice of(List<Filed> waiting, Selection selection, Treatment treatment, boolean missing) {
    List<Filed.OfLetter> letters = new ArrayList<>();
    int rebilled = 0;
    int texts = 0;
    for (Filed filed : waiting) {
      if (filed.isPresent() == missing || !selection.takes(filed)) {
        continue;
      }
      switch (filed) {
        case Filed.OfText _ -> texts++;
        case Filed.OfLetter letter -> {
          if (treatment.mayRebill(letter)) {
            rebilled++;
          } else {
            letters.add(letter);
          }
        }
      }
    }
    return new Choice(letters, notes(rebilled, texts), rebilled + texts);
  }

  private static List<String> notes(int rebilled, int texts) {
    List<String> notes = new ArrayList<>();
    if (rebilled > 0) {
      notes.add(
          Paragraph.count(rebilled, "letter")
              + " left: the event may have been sent, and mapped anew it may be billed twice. Send"
              + " it --as-mapped, or add --allow-rebill");
    }
    if (texts > 0) {
      notes.add(
          Paragraph.count(texts, "message") + " left: no letter, so there is nothing to send");
    }
    return notes;
  }
}

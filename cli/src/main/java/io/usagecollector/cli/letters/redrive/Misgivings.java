package io.usagecollector.cli.letters.redrive;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterHead;
import io.usagecollector.cli.terminal.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What to think of before letters are sent on: each a sentence. */
public final class Misgivings {
  private Misgivings() {}

  /** About letters that are sent on now. */
  public static List<String> of(List<Filed.OfLetter> letters, Treatment treatment, Instant now) {
    List<String> misgivings = new ArrayList<>();
    long late = letters.stream().filter(letter -> isPastDuplicates(letter, now)).count();
    if (late > 0) {
      misgivings.add(
          letters(late)
              + " with an event that may be stored already, and that first failed longer ago than its"
              + " service is known to tell a repeat: sent again, it may be billed twice");
    }
    Instant month =
        YearMonth.from(now.atOffset(ZoneOffset.UTC))
            .atDay(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    long closed = letters.stream().filter(l -> l.head().happened().isBefore(month)).count();
    if (closed > 0) {
      misgivings.add(
          letters(closed)
              + " with usage before this month: where its billing period is closed, the event is"
              + " accepted, but a finalized invoice takes it up no more");
    }
    long rebilled =
        treatment == Treatment.REMAP_AND_REBILL
            ? letters.stream().filter(Treatment.REMAP::mayRebill).count()
            : 0;
    if (rebilled > 0) {
      misgivings.add(
          letters(rebilled)
              + " with an event that was sent: mapped anew it may have another id, timestamp or"
              + " customer, and what was accepted is then billed twice");
    }
    return misgivings;
  }

  private static String letters(long count) {
    return Paragraph.count((int) count, "letter");
  }

  private static boolean isPastDuplicates(Filed.OfLetter letter, Instant now) {
    LetterHead head = letter.head();
    return head.ambiguous() && remembered(head.sink(), head.firstFailure(), now);
  }

  private static boolean remembered(String sink, Instant first, Instant now) {
    return switch (sink) {
      // Its tables are keyed by id and timestamp, whatever their age.
      case "flexprice" -> false;
      // The default of the open server; what others are set to is not published.
      case "openmeter" -> first.isBefore(now.minus(Duration.ofHours(24)));
      default -> true;
    };
  }
}

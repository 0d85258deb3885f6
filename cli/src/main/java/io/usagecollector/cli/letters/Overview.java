package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.file.Filed;
import io.usagecollector.cli.letters.file.LetterHead;
import io.usagecollector.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters as a person looks over them: in groups, or each in a line. */
final class Overview {
  private static final String NONE = "-";

  private final List<Filed> letters;
  private final ShortKeys keys;
  private final Optional<Duration> retention;
  private final Instant now;

  /**
   * @param letters oldest first
   * @param retention how long the queue keeps a message, where it says so
   */
  Overview(List<Filed> letters, Optional<Duration> retention, Instant now) {
    this.letters = List.copyOf(letters);
    this.keys = ShortKeys.of(letters);
    this.retention = retention;
    this.now = now;
  }

  private record Group(String reason, String event, String customer) {
    static Group of(Filed filed) {
      return switch (filed) {
        case Filed.OfLetter(LetterHead head, _, _, _, _, _, _) ->
            new Group(
                head.reason().name(),
                head.event().map(LetterHead.Event::name).orElse(NONE),
                head.event().map(LetterHead.Event::customer).orElse(NONE));
        case Filed.OfText _ -> new Group("UNREADABLE", NONE, NONE);
      };
    }
  }

  /** By reason, event name and customer, the largest group first. */
  void printGroups(Terminal terminal) {
    Map<Group, List<Filed>> groups = new LinkedHashMap<>();
    letters.forEach(
        filed -> groups.computeIfAbsent(Group.of(filed), none -> new ArrayList<>()).add(filed));
    var table =
        new Table("REASON", "EVENT", "CUSTOMER", "LETTERS", "OLDEST", "LIFE LEFT", "ITS KEY");
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
        .forEach(group -> row(table, group.getKey(), group.getValue()));
    table.print(terminal);
  }

  private void row(Table table, Group group, List<Filed> filed) {
    Filed oldest = filed.getFirst();
    table.row(
        group.reason(),
        group.event(),
        group.customer(),
        "%,d".formatted(filed.size()),
        Words.time(oldest.queued()),
        life(oldest),
        keys.of(oldest));
  }

  /** Oldest first. */
  void printEach(Terminal terminal) {
    var table = new Table("KEY", "REASON", "RECORD", "LIFE LEFT", "WHY");
    for (Filed filed : letters) {
      switch (filed) {
        case Filed.OfLetter letter ->
            table.row(
                keys.of(letter),
                letter.head().reason().name(),
                letter.head().at().toString(),
                life(letter),
                letter.head().text());
        case Filed.OfText text ->
            table.row(keys.of(text), "UNREADABLE", NONE, life(text), text.why());
      }
    }
    table.print(terminal);
  }

  /** How long the queue still keeps it, where it says so; {@code gone} if it does not. */
  String life(Filed filed) {
    return filed.isPresent()
        ? retention
            .map(time -> Words.span(Duration.between(now, filed.queued().plus(time))))
            .orElse(NONE)
        : "gone";
  }
}

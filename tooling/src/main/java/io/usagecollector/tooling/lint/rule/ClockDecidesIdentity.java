package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.Deciding;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.Set;

/** Only the event knows when it happened. */
public final class ClockDecidesIdentity {
  public static final Rule RULE =
      new Rule(
          "clock-identity",
          Severity.WARNING,
          "the clock decides id, time, customer or name of an event",
          """
          A Benthos or Bento collector reads the clock anew on each try, and a repeat with another time is\
           billed twice. Here the clock stands at the time of the Kafka record, so a redelivery bills nothing; but the\
           event is billed in the period in which it was produced, not in which it happened.\
          """,
          """
          root.timestamp = this.at.or(now())
          """,
          """
          root.timestamp = this.at
          """,
          ClockDecidesIdentity::look);

  private ClockDecidesIdentity() {}

  private static final Set<String> FUNCTIONS =
      Set.of(
          "now",
          "timestamp_unix",
          "timestamp_unix_milli",
          "timestamp_unix_micro",
          "timestamp_unix_nano");

  private static List<Rule.Hit> look(MappingTree tree) {
    return Deciding.calls(tree, FUNCTIONS)
        .map(call ->
            new Rule.Hit(
                call.at(),
                "`" + call.name() + "()` decides " + call.field() + call.when(),
                "use the time in the event; a timestamp left unset is the time of the record"))
        .toList();
  }
}

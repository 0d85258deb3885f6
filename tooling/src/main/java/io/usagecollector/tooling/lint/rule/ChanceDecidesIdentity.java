package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.Deciding;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.Set;

/** Chance is no identity. */
public final class ChanceDecidesIdentity {
  public static final Rule RULE =
      new Rule(
          "random-identity",
          Severity.WARNING,
          "a random function decides id, time, customer or name of an event",
          """
          A Benthos or Bento collector makes another id on each try, and a repeat is billed twice. Here chance\
           is drawn from the coordinates of the record, so a redelivery bills nothing; but an event that is produced to\
           Kafka twice has two ids all the same, and is billed twice.\
          """,
          """
          root.event_id = this.id.or(uuid_v4())
          """,
          """
          root.event_id = this.id
          """,
          ChanceDecidesIdentity::look);

  private ChanceDecidesIdentity() {}

  private static final Set<String> FUNCTIONS =
      Set.of("uuid_v4", "uuid_v7", "random_int", "nanoid", "ulid", "ksuid", "snowflake_id");

  private static List<Rule.Hit> look(MappingTree tree) {
    return Deciding.calls(tree, FUNCTIONS)
        .map(call ->
            new Rule.Hit(
                call.at(),
                "`" + call.name() + "()` decides " + call.field() + call.when(),
                "use a field of the event that stays when it is produced again, or leave "
                    + call.field()
                    + " unset where the id is meant: it is then made of topic, partition and"
                    + " offset"))
        .toList();
  }
}

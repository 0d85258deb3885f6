package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.tooling.lint.tree.Flow;
import io.usagecollector.tooling.lint.tree.Identity;
import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;
import java.util.Set;

/** An id is a text, even where it is written in digits. */
public final class NumberAsId {
  public static final Rule RULE =
      new Rule(
          "number-as-id",
          Severity.WARNING,
          "`.number()` on an id makes it another id",
          """
          Leading zeros vanish, and beyond 2^53 the last digits are rounded: two customers become one and one\
           pays for both, or two events share an id and only one of them is billed.\
          """,
          """
          root.external_customer_id = this.account.number()
          """,
          """
          root.external_customer_id = this.account
          """,
          NumberAsId::look);

  private NumberAsId() {}

  private static final Set<String> IDS = Set.of("external_customer_id", "event_id");

  private static final Set<String> NUMBERS =
      Set.of(
          "number", "float64", "float32", "int64", "int32", "int16", "int8", "uint64", "uint32",
          "uint16", "uint8");

  private static List<Rule.Hit> look(MappingTree tree) {
    Flow flow = new Flow(tree);
    return Identity.in(tree)
        .filter(decided -> IDS.contains(decided.field()))
        .flatMap(decided ->
            flow.into(decided.value())
                .filter(Expr.MethodCall.class::isInstance)
                .map(Expr.MethodCall.class::cast)
                .filter(call -> NUMBERS.contains(call.name()))
                .map(call -> hit(call, decided.field())))
        .distinct()
        .toList();
  }

  private static Rule.Hit hit(Expr.MethodCall call, String field) {
    return new Rule.Hit(
        call.at(),
        "`." + call.name() + "()` makes " + field + " a number: `007` and `7` are one",
        "leave `." + call.name() + "()` out: an id is a text and is compared by its characters");
  }
}

package io.usagecollector.tooling.lint.rule;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.tooling.lint.tree.MappingTree;
import io.usagecollector.tooling.lint.tree.Paths;
import io.usagecollector.tooling.lint.tree.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number text is a string to Go's fmt. */
public final class MisprintedNumber {
  public static final Rule RULE =
      new Rule(
          "misprinted-number",
          Severity.WARNING,
          "`%d` and `%f` misprint a number that comes from the message",
          """
          A number of the message is number text to `format`: `%d` prints `%!d(json.Number=5)`, and that\
           text is billed.\
          """,
          """
          root.properties.label = "%d calls".format(this.calls)
          """,
          """
          root.properties.label = "%d calls".format(this.calls.int64())
          """,
          MisprintedNumber::look);

  private MisprintedNumber() {}

  private static final Pattern VERB = Pattern.compile("%[-+# 0]*[0-9]*(?:\\.[0-9]*)?([a-zA-Z%])");
  private static final String WHOLE = "bcdoU";
  private static final String FRACTION = "eEfFgG";

  private static List<Rule.Hit> look(MappingTree tree) {
    Values values = new Values(tree);
    return tree.expressions()
        .filter(Expr.MethodCall.class::isInstance)
        .map(Expr.MethodCall.class::cast)
        .filter(call -> call.name().equals("format"))
        .flatMap(call -> hits(call, values).stream())
        .toList();
  }

  private static List<Rule.Hit> hits(Expr.MethodCall call, Values values) {
    List<Rule.Hit> hits = new ArrayList<>();
    if (call.target() instanceof Expr.Literal literal && literal.value() instanceof Str format) {
      List<Character> verbs = verbs(format.toString());
      for (int i = 0; i < Math.min(verbs.size(), call.arguments().size()); i++) {
        Expr value = call.arguments().get(i).value();
        if (misprints(verbs.get(i), value, values)) {
          hits.add(hit(value.at(), verbs.get(i)));
        }
      }
    }
    return hits;
  }

  private static List<Character> verbs(String format) {
    List<Character> verbs = new ArrayList<>();
    Matcher matcher = VERB.matcher(format);
    while (matcher.find()) {
      if (!matcher.group(1).equals("%")) {
        verbs.add(matcher.group(1).charAt(0));
      }
    }
    return verbs;
  }

  private static boolean misprints(char verb, Expr value, Values values) {
    boolean whole = WHOLE.indexOf(verb) >= 0;
    return (whole || FRACTION.indexOf(verb) >= 0)
        && (Paths.ofThis(value) != null || (whole && values.isFloat(value)));
  }

  private static Rule.Hit hit(int at, char verb) {
    boolean whole = WHOLE.indexOf(verb) >= 0;
    return new Rule.Hit(
        at,
        "`%" + verb + "` prints `%!" + verb + "(...)` for it",
        whole
            ? "make it an integer first: `.int64()` or `.round()`; or use `%v`"
            : "make it a float first: `.number()`; or use `%v`");
  }
}

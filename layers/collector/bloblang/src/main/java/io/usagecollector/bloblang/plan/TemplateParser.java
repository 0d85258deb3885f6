package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.run.InterpolationTemplate;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.syntax.parser.Parser;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text with {@code ${! query }} parts; <code>${{!...}}</code> stands for the literal
 * <code>${!...}</code>.
 */
final class TemplateParser {
  private final Source source;
  private final String text;
  private final Planner planner;
  private final List<InterpolationTemplate.Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private boolean deep;

  TemplateParser(Source source, Planner planner) {
    this.source = source;
    this.text = source.text();
    this.planner = planner;
  }

  List<InterpolationTemplate.Part> parts() throws SyntaxException {
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("${{!", at)) {
        at = escaped(at);
      } else if (text.startsWith("${!", at)) {
        at = query(at);
      } else {
        literal.append(text.charAt(at++));
      }
    }
    flush();
    return parts;
  }

  /** Whether evaluating a part needs a stack of its own. */
  boolean isDeep() {
    return deep;
  }

  private int escaped(int at) throws SyntaxException {
    int end = text.indexOf("}}", at + 4);
    if (end < 0) {
      throw new SyntaxException(source, at, "the escaped expression `${{!` never ends with `}}`");
    }
    literal.append("${!").append(text, at + 4, end).append('}');
    return end + 2;
  }

  private int query(int at) throws SyntaxException {
    Parser.QueryAt parsed = Parser.parseQuery(source, at + 3);
    if (!text.startsWith("}", parsed.end())) {
      throw new SyntaxException(source, parsed.end(), "expected `}` at the end of the expression");
    }
    Weight weight = Weight.of(parsed.query());
    if (weight.isTooDeep()) {
      throw new SyntaxException(source, at + 3, Weight.TOO_DEEP);
    }
    deep |= weight.isDeep();
    flush();
    parts.add(new InterpolationTemplate.Query(planner.plan(parsed.query())));
    return parsed.end() + 1;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(new InterpolationTemplate.Literal(Str.of(literal.toString())));
      literal.setLength(0);
    }
  }
}

package io.usagecollector.bloblang.syntax.parser;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code match subject { pattern => result }}. */
final class MatchParser {
  private final Scanner in;
  private final QueryParser queries;

  MatchParser(Scanner in, QueryParser queries) {
    this.in = in;
    this.queries = queries;
  }

  @Nullable Expr match() throws SyntaxException {
    int start = in.at;
    if (!in.skip("match") || !in.someBlanks()) {
      return null;
    }
    Expr subject = queries.query();
    in.space();
    in.must('{');
    in.space();
    List<Expr.Case> cases = cases();
    in.space();
    in.must('}');
    return new Expr.Match(start, subject, cases);
  }

  /** As many cases as there are, split by commas or line breaks. */
  private List<Expr.Case> cases() throws SyntaxException {
    List<Expr.Case> cases = new ArrayList<>();
    int end = in.at;
    for (Expr.Case next = oneCase(); next != null; next = oneCase()) {
      cases.add(next);
      end = in.at;
      in.blanks();
      if (!(in.is(',') ? in.take(',') : in.newline())) {
        break;
      }
      in.space();
      end = in.at;
    }
    in.at = end;
    return List.copyOf(cases);
  }

  private Expr.@Nullable Case oneCase() throws SyntaxException {
    int start = in.at;
    if (in.skip("_")) {
      in.blanks();
      if (in.takeWord("=>")) {
        return result(null);
      }
      in.at = start;
    }
    Expr pattern = queries.query();
    if (pattern == null) {
      return null;
    }
    in.blanks();
    return in.takeWord("=>") ? result(pattern) : null;
  }

  private Expr.@Nullable Case result(@Nullable Expr pattern) throws SyntaxException {
    in.blanks();
    Expr result = queries.query();
    return result == null ? null : new Expr.Case(pattern, result);
  }
}

package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Programs with every kind of statement and target. */
final class Programs {
  private static final Source NOWHERE = new Source("", "");
  private static final int DEPTH = 3;

  private Programs() {}

  static Arbitrary<Program> programs() {
    Arbitrary<Expr> values = new Expressions().of(DEPTH, 0);
    Arbitrary<List<List<Statement>>> maps =
        statements(values, false, 1).list().ofMinSize(1).ofMaxSize(2).list().ofMaxSize(2);
    Arbitrary<List<Statement>> body = statements(values, true, 2).list().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(maps, body)
        .as((bodies, statements) -> new Program(NOWHERE, statements, named(bodies)));
  }

  private static List<Program.NamedMap> named(List<List<Statement>> bodies) {
    List<Program.NamedMap> maps = new ArrayList<>();
    for (List<Statement> body : bodies) {
      maps.add(new Program.NamedMap(NOWHERE, 0, "m" + maps.size(), body));
    }
    return maps;
  }

  private static Arbitrary<Statement> statements(
      Arbitrary<Expr> values, boolean metadata, int depth) {
    Arbitrary<Statement> let =
        Combinators.combine(Words.fields(), values).as((n, v) -> new Statement.Let(0, 0, n, v));
    Arbitrary<Statement> meta =
        Combinators.combine(Words.fields().map(Str::of).injectNull(0.2), values)
            .as((k, v) -> new Statement.Meta(0, 0, k, v));
    Arbitrary<Statement> assign =
        Combinators.combine(paths(), values).as((p, v) -> new Statement.Assign(0, 0, p, v));
    Arbitrary<Statement> branches = depth == 0 ? assign : ifs(values, depth);
    return new Opaque<>(
        Arbitraries.frequencyOf(
            Tuple.of(2, let),
            Tuple.of(1, metadata ? meta : let),
            Tuple.of(5, assign),
            Tuple.of(2, branches)));
  }

  private static Arbitrary<List<Str>> paths() {
    return Arbitraries.frequencyOf(
            Tuple.of(9, Words.fields()), Tuple.of(1, Arbitraries.of("-", "1", "00")))
        .map(Str::of)
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Statement> ifs(Arbitrary<Expr> values, int depth) {
    Arbitrary<List<Statement>> body = statements(values, true, depth - 1).list().ofMaxSize(2);
    Arbitrary<Statement.Arm> arm = Combinators.combine(values, body).as(Statement.Arm::new);
    return Combinators.combine(arm.list().ofMinSize(1).ofMaxSize(2), body.injectNull(0.5))
        .as((arms, otherwise) -> new Statement.If(0, 0, with(arms, otherwise)));
  }

  private static List<Statement.Arm> with(List<Statement.Arm> arms, List<Statement> otherwise) {
    List<Statement.Arm> all = new ArrayList<>(arms);
    if (otherwise != null) {
      all.add(new Statement.Arm(null, otherwise));
    }
    return all;
  }
}

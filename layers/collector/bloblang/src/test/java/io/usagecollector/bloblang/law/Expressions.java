package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.syntax.Operator;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Expressions of every kind the grammar has, at most so deep. {@code bound} counts the lambdas
 * around: their parameters are p0, p1, ...
 */
final class Expressions {
  private record Key(int depth, int bound) {}

  private final Map<Key, Arbitrary<Expr>> made = new HashMap<>();

  Arbitrary<Expr> of(int depth, int bound) {
    Key key = new Key(depth, bound);
    Arbitrary<Expr> known = made.get(key);
    if (known == null) {
      known = new Opaque<>(depth == 0 ? leaf(bound) : node(depth, bound));
      made.put(key, known);
    }
    return known;
  }

  private static Arbitrary<Expr> leaf(int bound) {
    Arbitrary<Expr> names =
        bound == 0
            ? Arbitraries.just(new Expr.This(0))
            : Arbitraries.of(IntStream.range(0, bound).boxed().toList())
                .map(i -> new Expr.Named(0, "p" + i));
    return Arbitraries.frequencyOf(
        Tuple.of(4, scalars().map(value -> new Expr.Literal(0, value))),
        Tuple.of(4, Words.fields().map(f -> new Expr.Field(0, new Expr.This(0), Str.of(f)))),
        Tuple.of(1, Arbitraries.just(new Expr.This(0))),
        Tuple.of(1, Arbitraries.just(new Expr.Root(0))),
        Tuple.of(2, names),
        Tuple.of(1, Words.idents().map(v -> new Expr.Variable(0, v))),
        Tuple.of(1, Words.fields().map(k -> new Expr.Metadata(0, Str.of(k)))),
        Tuple.of(1, Arbitraries.just(new Expr.Metadata(0, Str.EMPTY))));
  }

  private static Arbitrary<Value> scalars() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(0L, 1L, 2L, 3L, 7L, 60L, Long.MAX_VALUE).map(IntNum::of)),
        Tuple.of(1, Arbitraries.of(0.0, 0.5, 1.5, 1e6, 1e21, 1e-7).map(FloatNum::of)),
        Tuple.of(4, Words.texts().map(text -> text)),
        Tuple.of(1, Arbitraries.of(Bool.TRUE, Bool.FALSE)),
        Tuple.of(1, Arbitraries.just(Null.NULL)));
  }

  private Arbitrary<Expr> node(int depth, int bound) {
    Arbitrary<Expr> sub = of(depth - 1, bound);
    Calls calls = new Calls(sub, lambda(depth, bound));
    return Arbitraries.frequencyOf(
        Tuple.of(3, leaf(bound)),
        Tuple.of(2, sub.list().ofMaxSize(3).map(list -> new Expr.ArrayOf(0, list))),
        Tuple.of(2, members(sub).list().ofMaxSize(3).map(list -> new Expr.ObjectOf(0, list))),
        Tuple.of(4, operation(sub)),
        Tuple.of(1, sub.map(operand -> new Expr.Not(0, operand))),
        Tuple.of(
            2,
            Combinators.combine(sub, Words.fields()).as((t, f) -> new Expr.Field(0, t, Str.of(f)))),
        Tuple.of(2, Combinators.combine(sub, sub).as((t, q) -> new Expr.MapTo(0, t, q))),
        Tuple.of(9, calls.methods()),
        Tuple.of(3, calls.functions()),
        Tuple.of(1, lambda(depth, bound)),
        Tuple.of(2, ifs(sub)),
        Tuple.of(2, matches(sub)),
        Tuple.of(1, Combinators.combine(sub, sub).as((t, i) -> new Expr.Index(0, t, i))),
        Tuple.of(
            1,
            Combinators.combine(sub, sub.injectNull(0.3), sub.injectNull(0.3), sub.injectNull(0.5))
                .as((t, low, high, step) -> new Expr.Slice(0, t, low, high, step))));
  }

  /** The body of a lambda may not be a lambda, so one is put in an array. */
  private Arbitrary<Expr> lambda(int depth, int bound) {
    Arbitrary<Expr> binding =
        of(depth - 1, bound + 1).map(body -> new Expr.Lambda(0, "p" + bound, body(body)));
    Arbitrary<Expr> blind = of(depth - 1, bound).map(body -> new Expr.Lambda(0, "_", body(body)));
    return Arbitraries.frequencyOf(Tuple.of(4, binding), Tuple.of(1, blind));
  }

  private static Expr body(Expr body) {
    return body instanceof Expr.Lambda ? new Expr.ArrayOf(0, List.of(body)) : body;
  }

  private static Arbitrary<Expr.Member> members(Arbitrary<Expr> sub) {
    Arbitrary<Expr.Member> quoted =
        Combinators.combine(Words.fields(), sub)
            .as((k, v) -> new Expr.Member(new Expr.Literal(0, Str.of(k)), true, v));
    Arbitrary<Expr.Member> computed =
        Combinators.combine(sub, sub).as((k, v) -> new Expr.Member(k, false, v));
    return Arbitraries.frequencyOf(Tuple.of(4, quoted), Tuple.of(1, computed));
  }

  private static Arbitrary<Expr> operation(Arbitrary<Expr> sub) {
    Arbitrary<Expr.Operand> operand =
        Combinators.combine(Arbitraries.of(false, false, false, true), sub).as(Expr.Operand::new);
    Arbitrary<Expr.OperatorAt> operator =
        Arbitraries.of(Operator.class).map(o -> new Expr.OperatorAt(o, 0));
    return Arbitraries.integers()
        .between(1, 3)
        .flatMap(n ->
            Combinators.combine(operand.list().ofSize(n + 1), operator.list().ofSize(n))
                .as((operands, operators) -> new Expr.Operation(0, operands, operators)));
  }

  private static Arbitrary<Expr> ifs(Arbitrary<Expr> sub) {
    Arbitrary<Expr.Branch> branch = Combinators.combine(sub, sub).as(Expr.Branch::new);
    return Combinators.combine(branch.list().ofMinSize(1).ofMaxSize(2), sub.injectNull(0.4))
        .as((branches, otherwise) -> new Expr.If(0, branches, otherwise));
  }

  private static Arbitrary<Expr> matches(Arbitrary<Expr> sub) {
    Arbitrary<Expr.Case> next = Combinators.combine(sub.injectNull(0.3), sub).as(Expr.Case::new);
    return Combinators.combine(sub.injectNull(0.3), next.list().ofMinSize(1).ofMaxSize(3))
        .as((subject, cases) -> new Expr.Match(0, subject, cases));
  }
}

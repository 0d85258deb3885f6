package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.extension.Doc;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.ParamType;
import io.usagecollector.bloblang.syntax.Expr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Calls of everything in the library, most with arguments that fit, some with any. */
final class Calls {
  private static final Library LIBRARY = Bloblang.standard().library();
  private static final List<Doc> METHODS = LIBRARY.methods().stream().map(MethodSpec::doc).toList();
  private static final List<Doc> FUNCTIONS =
      LIBRARY.functions().stream().map(FunctionSpec::doc).toList();

  private final Arbitrary<Expr> any;
  private final Arbitrary<Expr> lambda;

  Calls(Arbitrary<Expr> any, Arbitrary<Expr> lambda) {
    this.any = any;
    this.lambda = lambda;
  }

  Arbitrary<Expr> methods() {
    return Combinators.combine(any, Arbitraries.of(METHODS))
        .flatAs((target, doc) ->
            arguments(doc).map(list -> new Expr.MethodCall(0, target, doc.name(), list)));
  }

  Arbitrary<Expr> functions() {
    return Arbitraries.of(FUNCTIONS)
        .flatMap(doc -> arguments(doc).map(list -> new Expr.FunctionCall(0, doc.name(), list)));
  }

  private Arbitrary<List<Expr.Argument>> arguments(Doc doc) {
    Arbitrary<List<Expr.Argument>> unfit =
        any.map(value -> new Expr.Argument(null, value)).list().ofMaxSize(2);
    return Arbitraries.frequencyOf(
        Tuple.of(9, doc.variadic() ? unfit : fitting(doc)), Tuple.of(1, unfit));
  }

  private Arbitrary<List<Expr.Argument>> fitting(Doc doc) {
    List<Arbitrary<Expr>> values = new ArrayList<>();
    for (Param param : doc.params()) {
      values.add(fitting(param.type()));
    }
    int required = (int) doc.params().stream().filter(Calls::isRequired).count();
    return Combinators.combine(
            Combinators.combine(values).as(list -> list),
            Arbitraries.integers().between(required, values.size()),
            Arbitraries.of(false, false, false, true))
        .as((list, given, named) -> arguments(doc, list.subList(0, given), named));
  }

  private static boolean isRequired(Param param) {
    return !param.optional() && param.fallback() == null;
  }

  private static List<Expr.Argument> arguments(Doc doc, List<Expr> values, boolean named) {
    List<Expr.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String name = named ? doc.params().get(i).name() : null;
      arguments.add(new Expr.Argument(name, values.get(i)));
    }
    return arguments;
  }

  private Arbitrary<Expr> fitting(ParamType type) {
    Arbitrary<Expr> literal =
        switch (type) {
          case STRING -> Words.texts().map(Calls::literal);
          case INTEGER -> Arbitraries.of(0L, 1L, 2L, 3L, 16L).map(IntNum::of).map(Calls::literal);
          case FLOAT -> Arbitraries.of(0.5, 2.0, 10.0).map(FloatNum::of).map(Calls::literal);
          case BOOL -> Arbitraries.of(Bool.TRUE, Bool.FALSE).map(Calls::literal);
          case TIMESTAMP ->
              Arbitraries.of("2020-02-29T00:00:00Z", "1969-12-31T23:59:59.5+05:30")
                  .map(Str::of)
                  .map(Calls::literal);
          case ARRAY -> any.list().ofMaxSize(3).map(list -> new Expr.ArrayOf(0, list));
          case OBJECT -> any.map(Calls::object);
          case QUERY -> lambda;
          case ANY -> any;
        };
    return Arbitraries.frequencyOf(Tuple.of(4, literal), Tuple.of(1, any));
  }

  private static Expr object(Expr value) {
    return new Expr.ObjectOf(
        0, List.of(new Expr.Member(new Expr.Literal(0, Str.of("a")), true, value)));
  }

  private static Expr literal(Value value) {
    return new Expr.Literal(0, value);
  }
}

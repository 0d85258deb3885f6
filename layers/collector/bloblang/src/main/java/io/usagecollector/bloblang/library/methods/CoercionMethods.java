package io.usagecollector.bloblang.library.methods;

import io.usagecollector.bloblang.bytes.PlainDecimal;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.extension.Param;
import io.usagecollector.bloblang.extension.Table;
import io.usagecollector.bloblang.gotext.BoolParser;
import io.usagecollector.bloblang.gotext.FloatParser;
import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.run.Naming;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.coerce.Numbers;
import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.run.coerce.Timestamps;
import io.usagecollector.bloblang.run.node.MethodNode;
import io.usagecollector.bloblang.run.node.Rescue;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** Methods that turn a value into one of another kind, or insist on what it is. */
public final class CoercionMethods implements Table<MethodSpec> {
  private static final String COERCION = "Type Coercion";

  @Override
  public List<String> names() {
    return List.of(
        "array", "bool", "bytes", "not_null", "not_empty", "number", "string", "timestamp", "type");
  }

  @Override
  public MethodSpec row(String name) {
    return switch (name) {
      case "array" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "The target if it is an array, else an array that holds it alone.")
              .example("root.tags = this.tags.array()", "{\"tags\":\"a\"}", "{\"tags\":[\"a\"]}")
              .pure(value -> value instanceof Arr ? value : Arr.of(value));
      case "bool" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "A bool from a bool, a number (not zero), or a text such as `true`, `T`, `1`, `false`, `f`, `0`.")
              .param(
                  Param.bool("default", "What to answer if the target fails or is none of these.")
                      .orAbsent())
              .example("root.on = this.on.bool(false)", "{\"on\":\"T\"}", "{\"on\":true}")
              .node((target, args) ->
                  coercion(
                      target, "bool", CoercionMethods::toBool, args.has(0) ? args.value(0) : null));
      case "bytes" ->
          MethodSpec.of(name, COERCION, "The bytes of the target's text.")
              .example(
                  "root.first = this.name.bytes().index(0)", "{\"name\":\"Ada\"}", "{\"first\":65}")
              .pure(value -> value instanceof Bin ? value : Bin.of(Texts.of(value).toBytes()));
      case "not_null" ->
          MethodSpec.of(name, COERCION, "The target, or an error if it is null.")
              .example("root.s = this.s.not_null().catch(\"null\")", "{}", "{\"s\":\"null\"}")
              .pure(value -> value == Null.NULL ? Err.of("value is null") : value);
      case "not_empty" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "The target, or an error if it is an empty string, array or object.")
              .example(
                  "root.s = this.s.not_empty().catch(\"empty\")",
                  "{\"s\":\"\"}",
                  "{\"s\":\"empty\"}")
              .pure(CoercionMethods::notEmpty);
      case "number" ->
          MethodSpec.of(name, COERCION, "A float from a number or its text.")
              .param(
                  Param.number("default", "What to answer if the target fails or is no number.")
                      .orAbsent())
              .example("root.n = this.n.number(0) * 2", "{\"n\":\"21\"}", "{\"n\":42}")
              .node((target, args) ->
                  coercion(
                      target,
                      "number",
                      CoercionMethods::toNumber,
                      args.has(0) ? args.value(0) : null));
      case "string" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "The text of any value. A float prints as Go's %g does: `1e+06`; null prints `null`.")
              .example("root.s = (this.a * 1.0).string()", "{\"a\":1200000}", "{\"s\":\"1.2e+06\"}")
              .pure(Texts::of);
      case "timestamp" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "A timestamp from a timestamp, its RFC 3339 text, or unix seconds.")
              .param(
                  Param.timestamp("default", "What to answer if the target fails or is no time.")
                      .orAbsent())
              .example(
                  "root.at = this.at.timestamp()",
                  "{\"at\":1597405526}",
                  "{\"at\":\"2020-08-14T11:45:26Z\"}")
              .node((target, args) ->
                  coercion(
                      target, "timestamp", Timestamps::of, args.has(0) ? args.value(0) : null));
      case "type" ->
          MethodSpec.of(
                  name,
                  COERCION,
                  "What the target is: string, bytes, number, bool, timestamp, array, object or null.")
              .example(
                  "root = this.map_each(v -> v.value.type())",
                  "{\"a\":1,\"b\":null}",
                  "{\"a\":\"number\",\"b\":\"null\"}")
              .pure(value -> Str.of(value.kind().toString()));
      default -> throw Table.noRow(name);
    };
  }

  private static Node coercion(
      Node target,
      String name,
      MethodSpec.Pure body,
      @org.jspecify.annotations.Nullable Value fallback) {
    Op op =
        (receiver, frame) -> {
          frame.budget().read(receiver);
          return body.apply(receiver);
        };
    return fallback == null
        ? new MethodNode(target, op, name, Naming.ALL)
        : new Rescue.Coerce(target, op, fallback, name);
  }

  private static Value toBool(Value value) {
    return switch (value) {
      case Bool b -> b;
      case TextNum t -> Bool.of(!t.isTextZero());
      case Num n -> Bool.of(Numbers.toDouble(n) != 0);
      case Str s -> parsedBool(s, value);
      case Bin b -> parsedBool(b.asStr(), value);
      default -> Err.type(value, Kind.BOOL);
    };
  }

  private static Value parsedBool(Str text, Value value) {
    try {
      return Bool.of(BoolParser.parse(text.toString()));
    } catch (GoException e) {
      return Err.type(value, Kind.BOOL);
    }
  }

  static Value toNumber(Value value) {
    return switch (value) {
      case FloatNum f when !f.isSingle() -> f;
      case TextNum t -> parsedNumber(t.asStr());
      case Num n -> FloatNum.of(Numbers.toDouble(n));
      case Str s -> parsedNumber(s);
      case Bin b -> parsedNumber(b.asStr());
      default -> Err.type(value, Kind.NUMBER);
    };
  }

  private static Value parsedNumber(Str text) {
    double plain = PlainDecimal.parse(text.buffer(), text.offset(), text.length());
    if (!Double.isNaN(plain)) {
      return FloatNum.of(plain);
    }
    try {
      return FloatNum.of(FloatParser.parse(text.toString()));
    } catch (GoException e) {
      return Err.of(e.getMessage(), "the text is no number");
    }
  }

  private static Value notEmpty(Value value) {
    return switch (value) {
      case Str s -> s.length() == 0 ? Err.of("string value is empty") : s;
      case Arr a -> a.size() == 0 ? Err.of("array value is empty") : a;
      case Obj o -> o.size() == 0 ? Err.of("object value is empty") : o;
      default -> Err.type(value, Kind.STRING, Kind.ARRAY, Kind.OBJECT);
    };
  }
}

package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.value.Str;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON texts: with space or without, plain or escaped, with keys that mappings look for. */
final class Documents {
  private Documents() {}

  /** Whole JSON texts; most are objects. */
  static Arbitrary<String> texts() {
    Arbitrary<String> inner = values(3);
    return Arbitraries.frequencyOf(Tuple.of(6, object(inner)), Tuple.of(1, inner));
  }

  /** JSON, and what is none. */
  static Arbitrary<byte[]> contents() {
    Arbitrary<byte[]> json = texts().map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
    return Arbitraries.frequencyOf(Tuple.of(9, json), Tuple.of(1, any));
  }

  private static Arbitrary<String> values(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<String> inner = values(depth - 1);
    return new Opaque<>(
        Arbitraries.frequencyOf(
            Tuple.of(4, scalars()), Tuple.of(2, object(inner)), Tuple.of(2, array(inner))));
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.of(
                "0",
                "1",
                "-1",
                "1.10",
                "1e3",
                "-0",
                "1e999",
                "9223372036854775807",
                "18446744073709551615",
                "0.1",
                "12345678901234567890.5")),
        Tuple.of(3, strings()),
        Tuple.of(2, Arbitraries.of("true", "false", "null")));
  }

  private static Arbitrary<String> strings() {
    Arbitrary<String> escaped =
        Arbitraries.of("\"\\u0061\\n\"", "\"\\ud83d\\ude00\"", "\"\\ud800x\"", "\"\\/\\\"\\\\\"");
    return Arbitraries.frequencyOf(
        Tuple.of(4, Words.texts().map(Documents::string)), Tuple.of(1, escaped));
  }

  private static String string(Str text) {
    return ValueJson.text(text);
  }

  private static Arbitrary<String> object(Arbitrary<String> inner) {
    Arbitrary<String> key =
        Arbitraries.frequencyOf(
            Tuple.of(12, Words.fields().map(name -> string(Str.of(name)))),
            Tuple.of(1, strings()),
            Tuple.of(1, Arbitraries.of("\"\\u0061\"", "\"\\u00e9\"")));
    Arbitrary<String> member =
        Combinators.combine(key, spaces(), inner).as((k, s, v) -> k + s + ":" + s + v);
    return container("{", member.list().ofMaxSize(6), "}");
  }

  private static Arbitrary<String> array(Arbitrary<String> inner) {
    return container("[", inner.list().ofMaxSize(5), "]");
  }

  private static Arbitrary<String> container(
      String open, Arbitrary<List<String>> items, String close) {
    return Combinators.combine(items, spaces())
        .as((list, s) -> open + s + String.join("," + s, list) + s + close);
  }

  private static Arbitrary<String> spaces() {
    return Arbitraries.of("", "", " ", "\n\t", "\r\n ");
  }
}

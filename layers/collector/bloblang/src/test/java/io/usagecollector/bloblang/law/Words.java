package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.value.Str;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Names and texts that mappings and documents share, so that they meet. */
final class Words {
  static final List<String> FIELDS =
      List.of("a", "b", "n", "s", "ok", "list", "obj", "ts", "k k", "0", "x.y", "é", "*", "root");

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "n",
          "a.b",
          "abc",
          "ABC é 👍",
          "12",
          "1.5e3",
          "-0x1F",
          "true",
          "null",
          " x ",
          "2020-02-29T12:30:45.123456789Z",
          "2006-01-02T15:04:05Z07:00",
          "%Y-%m-%d",
          "1h30m",
          "P1DT2H",
          "Europe/Berlin",
          "sha256",
          "xxhash64",
          "base64",
          "hex",
          "gzip",
          "(\\w+)-(\\d+)",
          "[",
          "%v %d",
          "$1",
          "[1,{\"a\":2}]",
          "a=1&b=%20",
          "line\nbreak",
          "tab\t\"quote\"",
          "\u2028",
          ",",
          "m0");

  private Words() {}

  static Arbitrary<String> fields() {
    return Arbitraries.of(FIELDS);
  }

  static Arbitrary<String> idents() {
    return Arbitraries.of(FIELDS.stream().filter(f -> f.matches("\\w+")).toList());
  }

  static Arbitrary<Str> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.of(TEXTS).map(Str::of)),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(6).map(Str::of)),
        Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Str::of)));
  }
}

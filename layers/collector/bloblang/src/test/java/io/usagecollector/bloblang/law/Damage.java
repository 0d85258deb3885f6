package io.usagecollector.bloblang.law;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that happens to bytes on their way. */
record Damage(Kind kind, int place, int other, byte value) {
  enum Kind {
    NONE,
    CUT,
    CHANGE,
    INSERT,
    REMOVE,
    REPEAT,
    APPEND,
    NEST
  }

  /** Bytes that mean something in JSON, and some that are no UTF-8. */
  private static final byte[] TELLING =
      "{}[]\",:\\/ \t\n\0-+.eE019tfnu'x\u007f\u0080\u00c3\u00e9\u00ff"
          .getBytes(StandardCharsets.ISO_8859_1);

  static Arbitrary<Damage> damages() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(Kind.NONE)), Tuple.of(6, Arbitraries.of(Kind.class)));
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
    Arbitrary<Byte> values =
        Arbitraries.integers().between(0, TELLING.length - 1).map(i -> TELLING[i]);
    return Combinators.combine(kinds, places, places, values).as(Damage::new);
  }

  byte[] on(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = place % (text.length() + 1);
    int end = at + other % (text.length() - at + 1);
    String one = Character.toString(value & 0xFF);
    String damaged =
        switch (kind) {
          case NONE -> text;
          case CUT -> text.substring(0, at);
          case CHANGE ->
              text.substring(0, at) + one + text.substring(Math.min(at + 1, text.length()));
          case INSERT -> text.substring(0, at) + one + text.substring(at);
          case REMOVE -> text.substring(0, at) + text.substring(Math.min(at + 1, text.length()));
          case REPEAT -> text.substring(0, end) + text.substring(at);
          case APPEND -> text + one;
          case NEST -> "[".repeat(other % 50) + text + "]".repeat(other % 50);
        };
    return damaged.getBytes(StandardCharsets.ISO_8859_1);
  }
}

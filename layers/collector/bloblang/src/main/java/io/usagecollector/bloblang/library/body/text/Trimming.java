package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.gotext.GoUnicode;
import io.usagecollector.bloblang.value.Str;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Takes characters away at both ends of a text. */
public final class Trimming {
  private Trimming() {}

  public static Str blanks(Str s) {
    return trim(s, GoUnicode::isSpace);
  }

  public static UnaryOperator<Str> of(Str cutset) {
    Set<Integer> cut = new HashSet<>();
    byte[] bytes = cutset.toBytes();
    for (int i = 0; i < bytes.length; ) {
      int decoded = Runes.decode(bytes, i, bytes.length);
      cut.add(decoded >> 3);
      i += decoded & 7;
    }
    return s -> trim(s, cut::contains);
  }

  private static Str trim(Str s, IntPredicate cut) {
    byte[] b = s.buffer();
    int from = s.offset();
    int to = from + s.length();
    while (from < to) {
      int decoded = Runes.decode(b, from, to);
      if (!cut.test(decoded >> 3)) {
        break;
      }
      from += decoded & 7;
    }
    while (to > from) {
      int start = lastRune(b, from, to);
      if (!cut.test(Runes.decode(b, start, to) >> 3)) {
        break;
      }
      to = start;
    }
    return s.slice(from - s.offset(), to - s.offset());
  }

  /** Where the last character begins; an invalid byte is one of its own. */
  private static int lastRune(byte[] b, int from, int to) {
    for (int start = to - 1; start >= Math.max(from, to - 4); start--) {
      if ((b[start] & 0xC0) != 0x80) {
        return start + (Runes.decode(b, start, to) & 7) == to ? start : to - 1;
      }
    }
    return to - 1;
  }
}

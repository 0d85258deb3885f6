package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.coerce.GoPrint;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces texts in texts, as Go's {@code strings.ReplaceAll}: an empty text is found before every
 * character and at the end.
 */
public final class Replacing {
  private Replacing() {}

  public static Str all(Str s, Str old, Str replacement) {
    if (old.length() == 0) {
      return between(s, replacement);
    }
    int at = s.indexOf(old, 0);
    if (at < 0) {
      return s;
    }
    Utf8Buffer out = new Utf8Buffer(s.length() + 16);
    int from = 0;
    for (; at >= 0; at = s.indexOf(old, from)) {
      out.put(s.slice(from, at)).put(replacement);
      from = at + old.length();
    }
    return Str.of(out.put(s.slice(from, s.length())).toByteArray());
  }

  private static Str between(Str s, Str replacement) {
    Utf8Buffer out = new Utf8Buffer(s.length() * 2);
    byte[] bytes = s.toBytes();
    for (int i = 0; i < bytes.length; ) {
      int width = Runes.decode(bytes, i, bytes.length) & 7;
      out.put(replacement).put(bytes, i, width);
      i += width;
    }
    return Str.of(out.put(replacement).toByteArray());
  }

  public static Op many(Args args) throws ArgumentException {
    Arr values = args.array(0);
    if (values.size() % 2 != 0) {
      throw new ArgumentException(
          Err.of(
              "invalid arg, replacements should be in pairs and must therefore be even: "
                  + GoPrint.of(values),
              "invalid arg, replacements should be in pairs and must therefore be even"));
    }
    List<Str> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Str text = Ops.text(values.get(i));
      if (text == null) {
        throw new ArgumentException(
            Err.type(values.get(i), Kind.STRING).wrap("invalid replacement value at index " + i));
      }
      texts.add(text);
    }
    return (receiver, frame) -> Ops.alike(receiver, text -> replaced(text, texts, frame.budget()));
  }

  private static Str replaced(Str text, List<Str> pairs, Budget budget) {
    Str replaced = text;
    for (int i = 0; i < pairs.size(); i += 2) {
      budget.step(1);
      budget.read(replaced);
      replaced = all(replaced, pairs.get(i), pairs.get(i + 1));
    }
    return replaced;
  }
}

package io.usagecollector.bloblang.law;

import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Time;
import io.usagecollector.bloblang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of every kind whose words and numbers no mapping and no word of the engine holds, so that
 * a piece of them in a text came from the event.
 */
final class Sentinels {
  static final String WORD = "Wqzjxkvb";
  static final String KEY = "Kfhwvqzt";
  static final String DIGITS = "918273645";
  private static final String SMALL = "7391";
  private static final int PIECE = 4;

  /** Texts that the many readers of the library refuse at another place each. */
  private static final List<String> TEXTS =
      List.of(
          WORD,
          KEY,
          "",
          "\u00ff" + WORD,
          DIGITS,
          DIGITS + "x",
          "-" + DIGITS,
          DIGITS + DIGITS + DIGITS,
          "9182.73645.1",
          "9e918273645",
          "{\"" + KEY + "\":" + WORD + "}",
          "{\"" + KEY + "\":\"" + WORD + "\"}",
          "{\"" + KEY + "\":918e273645}",
          "{\"type\":\"" + WORD + "\"}",
          "{\"type\":\"object\",\"required\":[\"" + KEY + "\"]}",
          "[" + DIGITS + "," + WORD,
          "t" + WORD,
          "\"" + WORD + "\\q\"",
          "'" + WORD + "'",
          "2021-13-45T" + DIGITS + "Z",
          "2021-02-03T04:05:06" + WORD,
          WORD + "-01-02",
          DIGITS + "q",
          "1h" + DIGITS + WORD,
          "P" + DIGITS + "Q",
          "P1Y" + WORD,
          "http://[" + WORD,
          "http://a:" + WORD + "/",
          "%" + WORD,
          "a=%" + WORD + "&b=;" + DIGITS,
          "a,b\n\"" + WORD + "\"x," + DIGITS + "\n",
          "a,b\n" + WORD + "\n",
          "(" + WORD,
          "[" + WORD + "-9",
          "(?P<" + WORD,
          WORD + "{" + DIGITS + "}",
          WORD + ": [" + DIGITS,
          KEY + ": *" + WORD,
          WORD + "/" + KEY,
          KEY + "." + WORD,
          "%d %" + WORD,
          "a=\"" + WORD,
          "root = " + WORD + "(",
          "root = this." + KEY + ".number()",
          "root." + KEY + "." + WORD + " = this + " + DIGITS,
          "root = throw(\"" + WORD + "\")",
          "root = this." + WORD + " + this." + KEY,
          "root = [\"" + WORD + "\"].map_each(" + KEY + " -> " + KEY + " - 1)",
          "map " + WORD + " { root = this." + KEY + " - 1 }\nroot = this.apply(\"" + WORD + "\")",
          "map "
              + WORD
              + " { root = this.apply(\""
              + WORD
              + "\") }\nroot.a = this.apply(\""
              + WORD
              + "\")",
          "root = \"" + WORD + "\"." + KEY + ".uppercase()",
          "let " + WORD + " = this\nroot = $" + WORD + " - 1",
          "root = @" + KEY + " + 1",
          "root = if \"" + WORD + "\" { 1 }");

  private static final List<String> TRACES = traces();

  private Sentinels() {}

  /** What a text holds of these values, if it does. */
  static Optional<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return TRACES.stream().filter(lower::contains).findFirst();
  }

  private static List<String> traces() {
    Set<String> traces = new LinkedHashSet<>();
    for (String word : List.of(WORD, KEY, DIGITS, SMALL)) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      Stream.of(
              word,
              new StringBuilder(word).reverse().toString(),
              HexFormat.of().formatHex(bytes),
              Base64.getEncoder().withoutPadding().encodeToString(bytes))
          .map(text -> text.toLowerCase(Locale.ROOT))
          .forEach(text -> pieces(text, traces));
    }
    return List.copyOf(traces);
  }

  private static void pieces(String text, Set<String> into) {
    for (int i = 0; i + PIECE <= text.length(); i++) {
      into.add(text.substring(i, i + PIECE));
    }
  }

  /** All of them, of every kind. */
  static List<Value> all() {
    List<Value> all = new ArrayList<>(TEXTS.stream().map(Str::of).toList());
    all.addAll(numbers());
    all.addAll(List.of(Null.NULL, Bool.TRUE, Bool.FALSE));
    all.add(Bin.of((WORD + DIGITS).getBytes(StandardCharsets.UTF_8)));
    all.add(Bin.of(new byte[] {(byte) 0x91, (byte) 0x82, 0x73, 0x64}));
    all.add(Time.of(GoTime.ofUnix(918_273_645L, 918_273_645L)));
    all.add(Time.of(GoTime.ofUnix(-918_273_645_000L, 0)));
    all.addAll(arrays());
    all.addAll(objects());
    return all;
  }

  private static List<Value> numbers() {
    return List.of(
        IntNum.of(918_273_645L),
        IntNum.of(-918_273_645L),
        IntNum.of(7_391),
        IntNum.of(-7_391),
        IntNum.of(0),
        IntNum.of(2),
        FloatNum.of(9182.73645),
        FloatNum.of(9.18273645e200),
        FloatNum.of(Double.NaN),
        number(DIGITS + DIGITS + DIGITS),
        number("918273645e918"),
        number("-" + DIGITS));
  }

  private static Value number(String text) {
    return Document.read(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static List<Value> arrays() {
    Str word = Str.of(WORD);
    IntNum number = IntNum.of(918_273_645L);
    return List.of(
        Arr.of(List.of()),
        Arr.of(List.of(word)),
        Arr.of(List.of(number)),
        Arr.of(List.of(number, word)),
        Arr.of(List.of(word, number, Null.NULL)),
        Arr.of(List.of(Arr.of(List.of(word, number)))),
        Arr.of(List.of(Arr.of(List.of(word)), Arr.of(List.of(word, word)))),
        Arr.of(List.of(new MapObj().put(Str.of(KEY), word))),
        Arr.of(List.of(number("918273645e918"))));
  }

  private static List<Value> objects() {
    Str word = Str.of(WORD);
    Str key = Str.of(KEY);
    return List.of(
        new MapObj(),
        new MapObj().put(key, word),
        new MapObj().put(key, IntNum.of(7_391)),
        new MapObj().put(key, FloatNum.of(Double.NaN)),
        new MapObj().put(key, new MapObj().put(word, Arr.of(List.of(IntNum.of(7_391), word)))),
        new MapObj().put(Str.of("a"), word).put(key, Null.NULL),
        new MapObj().put(word, Arr.of(List.of(word))).put(Str.of("name"), word));
  }
}

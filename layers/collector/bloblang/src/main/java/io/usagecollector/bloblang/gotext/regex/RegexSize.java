package io.usagecollector.bloblang.gotext.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Go's parser refuses before it compiles, and RE2/J would compile into any amount of memory:
 * counted repetitions inside each other of more than 1000 in all, brackets more than 1000 deep, and
 * patterns too large. It reads only as much of the syntax as it needs, and finds nothing wrong with
 * what is no pattern: the compiler will.
 */
public final class RegexSize {
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_DEPTH = 1000;

  /** In parts of a pattern; Go's limit is some millions, which take its compiler no memory. */
  private static final long MAX_SIZE = 250_000;

  /** What a bracket holds: its size, and its largest repetition. */
  private static final class Level {
    private long size;
    private long last = 1;
    private long repeat = 1;
    private long lastRepeat = 1;

    void add(long partSize, long partRepeat) {
      size += partSize;
      last = partSize;
      lastRepeat = partRepeat;
      repeat = Math.max(repeat, partRepeat);
    }

    void repeatLast(long times) {
      size += last * (times - 1);
      last *= times;
      lastRepeat *= times;
      repeat = Math.max(repeat, lastRepeat);
    }
  }

  private final String pattern;
  private final Deque<Level> open = new ArrayDeque<>();
  private int at;

  private RegexSize(String pattern) {
    this.pattern = pattern;
    open.push(new Level());
  }

  /** What is wrong, in Go's words; empty if nothing is. */
  public static String complaint(String pattern) {
    return new RegexSize(pattern).complaint();
  }

  private String complaint() {
    while (at < pattern.length()) {
      int start = at;
      switch (pattern.charAt(at++)) {
        case '\\' -> escape();
        case '[' -> charClass();
        case '(' -> open.push(new Level());
        case ')' -> close();
        case '{' -> repeat(start);
        default -> top().add(1, 1);
      }
      if (top().repeat > MAX_REPEAT) {
        return "invalid repeat count: `" + pattern.substring(start, at) + "`";
      }
      if (open.size() > MAX_DEPTH) {
        return "expression nests too deeply: `" + pattern + "`";
      }
      if (top().size > MAX_SIZE) {
        return "expression too large: `" + pattern + "`";
      }
    }
    return "";
  }

  private Level top() {
    return open.getFirst();
  }

  private void escape() {
    if (pattern.startsWith("Q", at)) {
      int end = pattern.indexOf("\\E", at);
      int last = end < 0 ? pattern.length() : end;
      top().add(last - at, 1);
      at = end < 0 ? last : end + 2;
      return;
    }
    at = Math.min(at + 1, pattern.length());
    if (pattern.startsWith("{", at)) {
      int end = pattern.indexOf('}', at);
      boolean named = pattern.charAt(at - 1) == 'p' || pattern.charAt(at - 1) == 'P';
      boolean hex = pattern.charAt(at - 1) == 'x';
      at = end >= 0 && (named || hex) ? end + 1 : at;
    }
    top().add(1, 1);
  }

  private void charClass() {
    if (pattern.startsWith("^", at)) {
      at++;
    }
    if (pattern.startsWith("]", at)) {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      boolean named = pattern.startsWith("[:", at);
      int end = named ? pattern.indexOf(":]", at + 2) : -1;
      at = end >= 0 ? end + 2 : at + (pattern.charAt(at) == '\\' ? 2 : 1);
    }
    at = Math.min(at + 1, pattern.length());
    top().add(1, 1);
  }

  private void close() {
    if (open.size() > 1) {
      Level closed = open.pop();
      top().add(closed.size + 2, closed.repeat);
    }
  }

  /** {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else is text. */
  private void repeat(int start) {
    int end = pattern.indexOf('}', at);
    String[] bounds = end < 0 ? new String[0] : pattern.substring(at, end).split(",", -1);
    if (bounds.length == 0 || bounds.length > 2 || !isCount(bounds[0])) {
      top().add(1, 1);
      return;
    }
    boolean bounded = bounds.length == 2 && isCount(bounds[1]);
    if (bounds.length == 2 && !bounded && !bounds[1].isEmpty()) {
      top().add(1, 1);
      return;
    }
    at = end + 1;
    int times = Integer.parseInt(bounds[bounded ? 1 : 0]);
    if (start > 0 && times > 1) {
      top().repeatLast(times);
    }
  }

  private static boolean isCount(String text) {
    return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}

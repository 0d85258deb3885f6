package io.usagecollector.bloblang.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.util.function.Consumer;

/**
 * Finds and replaces all matches as Go's regexp does: an empty match right after another one does
 * not count.
 */
record RegexSearch(Pattern pattern) {
  void forEach(Str text, Consumer<Matcher> each) {
    byte[] bytes = text.toBytes();
    Matcher matcher = pattern.matcher(bytes);
    int at = 0;
    int lastEnd = -1;
    while (at <= bytes.length && matcher.find(at)) {
      boolean empty = matcher.end() == at;
      if (!(empty && matcher.start() == lastEnd)) {
        each.accept(matcher);
      }
      lastEnd = matcher.end();
      at = empty ? next(bytes, at) : matcher.end();
    }
  }

  Str replaceAll(Str text, RegexTemplate template) {
    byte[] bytes = text.toBytes();
    Matcher matcher = pattern.matcher(bytes);
    Utf8Buffer out = new Utf8Buffer(bytes.length + 16);
    int at = 0;
    int lastEnd = 0;
    while (at <= bytes.length && matcher.find(at)) {
      out.put(bytes, lastEnd, matcher.start() - lastEnd);
      if (matcher.end() > lastEnd || matcher.start() == 0) {
        template.expand(text, matcher, out);
      }
      lastEnd = matcher.end();
      at = Math.max(matcher.end(), next(bytes, at));
    }
    out.put(bytes, lastEnd, bytes.length - lastEnd);
    return Str.of(out.toByteArray());
  }

  private static int next(byte[] bytes, int at) {
    return at < bytes.length ? at + (Utf8.decode(bytes, at, bytes.length) & 7) : at + 1;
  }

  /** A group's text; empty if it took no part. */
  static Str group(Str text, Matcher match, int group) {
    int start = match.start(group);
    return start < 0 ? Str.EMPTY : text.slice(start, match.end(group));
  }
}

package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.Str;

/** What services written in Go take for white space when they trim a name. */
public final class Blank {
  private Blank() {}

  /** Whether nothing is left of a text once it is trimmed. */
  public static boolean is(Str text) {
    return !beginsVisibly(text) && is(text.toString());
  }

  /** Most texts are told by their first byte, without making a string of them. */
  private static boolean beginsVisibly(Str text) {
    return text.length() > 0 && text.byteAt(0) > ' ' && text.byteAt(0) < 0x7F;
  }

  private static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Unicode's property White_Space, which lies within the basic plane. */
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }
}

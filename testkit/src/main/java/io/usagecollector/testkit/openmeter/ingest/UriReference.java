package io.usagecollector.testkit.openmeter.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A URI reference as Go's library reads it and writes it again. */
final class UriReference {
  private static final String KEPT = "-._~!$&'()*+,;=:@/?#[]%";

  private UriReference() {}

  /** Nothing if it is none. */
  static Optional<String> normalised(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c < 0x20 || c == 0x7f || (c == '%' && !isEscape(text, i))) {
        return Optional.empty();
      }
      if (isLetterOrDigit(c) || KEPT.indexOf(c) >= 0) {
        out.appendCodePoint(c);
      } else {
        escape(Character.toString(c), out);
      }
      i += Character.charCount(c);
    }
    return startsWithColon(text) ? Optional.empty() : Optional.of(scheme(out.toString()));
  }

  /** A colon before any slash must end a scheme. */
  private static boolean startsWithColon(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    boolean first = colon >= 0 && (slash < 0 || colon < slash);
    return first && !text.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
  }

  private static String scheme(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    return colon > 0 && (slash < 0 || colon < slash)
        ? text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon)
        : text;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length() + 0
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static void escape(String character, StringBuilder out) {
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      out.append("%%%02X".formatted(b & 0xff));
    }
  }
}

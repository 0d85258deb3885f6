package io.usagecollector.bloblang.gotext.format;

import io.usagecollector.bloblang.gotext.LosslessUtf8;
import io.usagecollector.bloblang.gotext.Quote;

/** How strings and bytes print. */
final class TextVerbs {
  private TextVerbs() {}

  /** Prints a string; answers false if the verb is none for strings. */
  static boolean print(Spec spec, String text, int verb) {
    switch (verb) {
      case 'v' -> value(spec, text);
      case 's' -> plain(spec, text);
      case 'q' -> quoted(spec, text);
      case 'x', 'X' -> hex(spec, LosslessUtf8.encode(text), verb);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void value(Spec spec, String text) {
    if (spec.goSyntax) {
      quoted(spec, text);
    } else {
      plain(spec, text);
    }
  }

  static void plain(Spec spec, String text) {
    spec.pad(spec.truncate(text));
  }

  static void quoted(Spec spec, String text) {
    String cut = spec.truncate(text);
    if (spec.sharp && canBackquote(cut)) {
      spec.pad('`' + cut + '`');
    } else {
      spec.pad(spec.plus ? Quote.quoteToAscii(cut) : Quote.quote(cut));
    }
  }

  private static boolean canBackquote(String text) {
    return text.codePoints()
        .noneMatch(rune ->
            (rune < ' ' && rune != '\t')
                || rune == '`'
                || rune == 0x7F
                || rune == 0xFEFF
                || (rune >= 0xD800 && rune <= 0xDFFF));
  }

  static void hex(Spec spec, byte[] bytes, int verb) {
    int length = spec.hasPrecision() ? Math.min(spec.precision(), bytes.length) : bytes.length;
    String digits = verb == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    String prefix = spec.sharp ? "0" + (char) verb : "";
    StringBuilder text = new StringBuilder(2 * length + 2);
    for (int i = 0; i < length; i++) {
      text.append(spec.space && i > 0 ? " " : "").append(spec.space || i == 0 ? prefix : "");
      text.append(digits.charAt((bytes[i] >> 4) & 0xF)).append(digits.charAt(bytes[i] & 0xF));
    }
    spec.pad(text.toString());
  }
}

package io.usagecollector.bloblang.gotext.format;

import java.util.List;

/** Go's {@code fmt.Sprintf}. One use each. */
public final class GoFormat {
  private static final int TOO_LARGE = 1_000_000;

  /** Where printing stops: a longer text, which is cut anywhere, is not what was asked for. */
  public static final int LONGEST = 64 << 20;

  private final String format;
  private final List<? extends Arg> args;
  private final StringBuilder to;
  private int at;
  private int next;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  private GoFormat(String format, List<? extends Arg> args) {
    this.format = format;
    this.args = args;
    this.to = new StringBuilder(format.length() + 16 * args.size());
  }

  /**
   * The text; it never fails, but notes what is wrong where it stands: {@code %!d(string=hi)},
   * {@code %!d(MISSING)}, {@code %!d(BADINDEX)}, {@code %!(NOVERB)}, {@code %!(BADWIDTH)}, {@code
   * %!(BADPREC)}, {@code %!(EXTRA int64=1)}. Cut somewhere after {@link #LONGEST} characters.
   */
  public static String sprintf(String format, List<? extends Arg> args) {
    GoFormat printer = new GoFormat(format, args);
    printer.all();
    printer.extra();
    return printer.to.toString();
  }

  private void all() {
    while (at < format.length() && to.length() <= LONGEST) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        to.append(format, at, format.length());
        return;
      }
      to.append(format, at, percent);
      at = percent + 1;
      directive();
    }
  }

  private void directive() {
    goodIndex = true;
    afterIndex = false;
    Spec spec = new Spec(to);
    while (at < format.length() && spec.flag(format.charAt(at))) {
      at++;
    }
    index();
    width(spec);
    precision(spec);
    if (!afterIndex) {
      index();
    }
    verb(spec);
  }

  private void verb(Spec spec) {
    if (at >= format.length()) {
      to.append("%!(NOVERB)");
      return;
    }
    int point = format.codePointAt(at);
    at += Character.charCount(point);
    int verb = point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point;
    if (verb == '%') {
      to.append('%');
    } else if (!goodIndex) {
      to.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (next >= args.size()) {
      to.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      // A verb for errors, which only what makes errors knows: it has the flags of %v.
      if (verb == 'v' || verb == 'w') {
        spec.forValue();
      }
      new ArgPrinter(spec).print(args.get(next++), verb);
    }
  }

  private void width(Spec spec) {
    if (!has('*')) {
      int number = number();
      if (number >= 0) {
        spec.width(number);
        goodIndex &= !afterIndex;
      }
      return;
    }
    at++;
    long columns = integer();
    if (Math.abs(columns) > TOO_LARGE) {
      to.append("%!(BADWIDTH)");
    } else {
      spec.width((int) columns);
    }
    afterIndex = false;
  }

  private void precision(Spec spec) {
    if (!has('.') || at + 1 == format.length()) {
      return;
    }
    at++;
    goodIndex &= !afterIndex;
    index();
    if (!has('*')) {
      spec.precision(Math.max(0, number()));
      return;
    }
    at++;
    long digits = integer();
    if (digits < 0 || digits > TOO_LARGE) {
      to.append("%!(BADPREC)");
    } else {
      spec.precision((int) digits);
    }
    afterIndex = false;
  }

  private boolean has(char c) {
    return at < format.length() && format.charAt(at) == c;
  }

  /** The next argument as a width; beyond all limits if it is no integer. */
  private long integer() {
    if (next >= args.size()) {
      return Long.MAX_VALUE;
    }
    return args.get(next++) instanceof Arg.Int integer && (integer.signed() || integer.bits() >= 0)
        ? Math.max(integer.bits(), -Long.MAX_VALUE)
        : Long.MAX_VALUE;
  }

  /** Digits here, or -1; a number too large swallows the rest of the format. */
  private int number() {
    int value = -1;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      if (value > TOO_LARGE) {
        at = format.length();
        return -1;
      }
      value = Math.max(value, 0) * 10 + format.charAt(at) - '0';
      at++;
    }
    return value;
  }

  /** An explicit argument index such as {@code [1]}. */
  private void index() {
    afterIndex = false;
    if (!has('[')) {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0 || at + 3 > format.length()) {
      goodIndex = false;
      at++;
      return;
    }
    int index = indexIn(at + 1, close);
    at = close + 1;
    afterIndex = index != Integer.MIN_VALUE;
    if (index >= 0 && index < args.size()) {
      next = index;
    } else {
      goodIndex = false;
    }
  }

  /** The number between brackets, from 0; the least integer if it is none. */
  private static int number(String digits) {
    int value = -1;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || value > TOO_LARGE) {
        return Integer.MIN_VALUE;
      }
      value = Math.max(value, 0) * 10 + c - '0';
    }
    return value < 0 ? Integer.MIN_VALUE : value - 1;
  }

  private int indexIn(int from, int to) {
    return number(format.substring(from, to));
  }

  private void extra() {
    if (reordered || next >= args.size()) {
      return;
    }
    to.append("%!(EXTRA ");
    String separator = "";
    for (Arg arg : args.subList(next, args.size())) {
      to.append(separator);
      separator = ", ";
      if (!(arg instanceof Arg.Nil)) {
        to.append(arg.type()).append('=');
      }
      new ArgPrinter(new Spec(to)).print(arg, 'v');
    }
    to.append(')');
  }
}

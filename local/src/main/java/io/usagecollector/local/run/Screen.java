package io.usagecollector.local.run;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where the person is. A live line rewrites itself on a terminal; into a pipe or a file it is
 * written as lines of its own, without colours and cursor tricks.
 */
final class Screen {
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean interactive;
  private final boolean coloured;
  private boolean live;
  private String last = "";

  Screen(PrintStream out, boolean interactive, boolean coloured) {
    this.out = out;
    this.interactive = interactive;
    this.coloured = interactive && coloured;
  }

  /** Standard output as it is now, even if it is redirected later. */
  static Screen standard() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Screen(System.out, terminal, System.getenv("NO_COLOR") == null);
  }

  synchronized void line(String text) {
    endLive();
    out.println(text);
    out.flush();
  }

  /** Shows how things stand, over what was shown before; nothing if nothing changed. */
  synchronized void live(String text) {
    if (text.equals(last)) {
      return;
    }
    last = text;
    if (interactive) {
      out.print(CLEAR_LINE + text);
      live = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  private void endLive() {
    if (live) {
      out.println();
      live = false;
    }
  }

  /** A customer's name is not ours: what would move the cursor must not reach a terminal. */
  static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  String bold(String text) {
    return coloured ? BOLD + text + PLAIN : text;
  }

  String good(String text) {
    return coloured ? GREEN + text + PLAIN : text;
  }

  String bad(String text) {
    return coloured ? RED + text + PLAIN : text;
  }
}

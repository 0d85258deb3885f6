package io.usagecollector.cli.terminal;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Value;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Results go to {@code out}, complaints about how it was called
 * to {@code err}. What is printed comes from people's files: control characters in it are made
 * visible, so that no file can write to a terminal behind its reader's back.
 *
 * @param out throws {@link OutputFailedException} where it is this process's own and fails
 * @param colour whether escape sequences may be written: only where a person looks
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {
  private static final String RESET = "\u001B[0m";

  /** This process's own; with colour where it is a terminal and {@code NO_COLOR} is not set. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25's own console is null again where there is none.
  public static Terminal system() {
    Console console = System.console();
    boolean seen = console != null && console.isTerminal();
    return new Terminal(
        System.in,
        utf8(WatchedOutput.standard()),
        utf8(WatchedOutput.error()),
        seen && System.getenv("NO_COLOR") == null);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /** The text as it may be printed: in its tone, with control characters made visible. */
  public String paint(Tone tone, String text) {
    String harmless = harmless(text);
    return colour ? tone.escape() + harmless + RESET : harmless;
  }

  /** Prints a line, its parts already painted or our own words. */
  public void line(String text) {
    out.print(text + "\n");
  }

  /** Prints a line of JSON. */
  public void json(Value value) {
    out.print(new String(Json.bytes(value), StandardCharsets.UTF_8) + "\n");
  }

  /** Control characters, line breaks and tabs excepted, as their picture. */
  public static String harmless(String text) {
    return text.codePoints()
        .map(Terminal::visible)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int visible(int c) {
    if (!Character.isISOControl(c) || c == '\n' || c == '\t') {
      return Character.getType(c) == Character.FORMAT ? 0xFFFD : c;
    }
    return c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : 0xFFFD;
  }

  /** What a piece of text says, and so how it is coloured. */
  public enum Tone {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    ERROR("1;31"),
    WARNING("1;33"),
    NOTICE("1;36"),
    ADDED("32"),
    REMOVED("31");

    private final String code;

    Tone(String code) {
      this.code = code;
    }

    private String escape() {
      return "\u001B[" + code + "m";
    }
  }
}

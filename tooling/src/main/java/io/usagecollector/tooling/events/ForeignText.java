package io.usagecollector.tooling.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that is a document of something else, of which no line is an event. Told by its first two
 * lines, and only where there are two: a single line may be the event of a mapping that reads text.
 */
final class ForeignText {
  private static final Pattern YAML_KEY = Pattern.compile("[\\w.-]+:(\\s.*)?");
  private static final Pattern YAML_LIST = Pattern.compile("-\\s.*");
  private static final Pattern YAML_NEXT = Pattern.compile("\\s+\\S.*|-(\\s.*)?");
  private static final Pattern NAME = Pattern.compile("\\s*(\"[^\"]+\"|[\\p{L}_][\\w .-]*)\\s*");
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");

  private ForeignText() {}

  /** Refuses what is known to be something else. */
  static void refuse(LookAhead window) throws IOException {
    int first = nonBlank(window, 0, false);
    int c = window.at(first);
    if (c < 0 || c == '{' || c == '[') {
      return;
    }
    String one = line(window, first);
    int second = nonBlank(window, window.lineEnd(first), true);
    String name = window.at(second) < 0 ? "" : name(one, line(window, second));
    if (!name.isEmpty()) {
      throw new UnreadableEventsException(
          "is " + name + ": events are JSON, one a line, one after the other, or in an array");
    }
  }

  private static String name(String one, String two) {
    if (one.startsWith("<?xml") || one.toLowerCase(Locale.ROOT).startsWith("<!doctype")) {
      return "XML or HTML";
    }
    if (one.startsWith("%YAML") || isYaml(one, two)) {
      return "YAML";
    }
    return isTable(one, two) ? "CSV, or a table like it" : "";
  }

  private static boolean isYaml(String one, String two) {
    boolean next = YAML_NEXT.matcher(two).matches();
    return one.equals("---")
        || (YAML_KEY.matcher(one).matches() && (next || YAML_KEY.matcher(two).matches()))
        || (YAML_LIST.matcher(one).matches() && next);
  }

  /** A head of names, and a row of as many fields. */
  private static boolean isTable(String one, String two) {
    return SEPARATORS.stream().anyMatch(separator -> isTable(one, two, Pattern.quote(separator)));
  }

  private static boolean isTable(String one, String two, String separator) {
    List<String> names = List.of(one.split(separator, -1));
    return names.size() > 1
        && names.size() == two.split(separator, -1).length
        && names.stream().allMatch(name -> NAME.matcher(name).matches());
  }

  /** The next place that is not blank; of lines, their beginning. */
  private static int nonBlank(LookAhead window, int from, boolean lines) throws IOException {
    int lineStart = from;
    int i = from;
    while (EventSpace.is(window.at(i))) {
      i++;
      lineStart = window.at(i - 1) == '\n' ? i : lineStart;
    }
    return lines ? lineStart : i;
  }

  private static String line(LookAhead window, int from) throws IOException {
    byte[] bytes = new byte[window.lineEnd(from) - from];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) window.at(from + i);
    }
    return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
  }
}

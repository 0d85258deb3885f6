package io.usagecollector.bloblang.library;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A replacement with {@code $1}, {@code $name}, {@code ${name}} and {@code $$}; {@code $1x} is the
 * group named {@code 1x}.
 */
final class RegexTemplate {
  /** A group's number, or a text where it is negative. */
  private record Part(int group, Str text) {}

  private static final int NO_GROUP = Integer.MAX_VALUE;

  private final List<Part> parts = new ArrayList<>();
  private final Pattern pattern;

  RegexTemplate(Pattern pattern, String template) {
    this.pattern = pattern;
    int at = 0;
    while (at < template.length()) {
      int dollar = template.indexOf('$', at);
      if (dollar < 0) {
        break;
      }
      literal(template.substring(at, dollar));
      at = reference(template, dollar);
    }
    literal(template.substring(at));
  }

  private void literal(String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(-1, Str.of(text)));
    }
  }

  private int reference(String template, int dollar) {
    if (template.startsWith("$$", dollar)) {
      literal("$");
      return dollar + 2;
    }
    boolean braced = template.startsWith("{", dollar + 1);
    int start = dollar + (braced ? 2 : 1);
    int end = start;
    while (end < template.length() && isName(template.codePointAt(end))) {
      end += Character.charCount(template.codePointAt(end));
    }
    if (end == start || (braced && !template.startsWith("}", end))) {
      literal("$");
      return dollar + 1;
    }
    parts.add(new Part(group(template.substring(start, end)), Str.EMPTY));
    return braced ? end + 1 : end;
  }

  private static boolean isName(int c) {
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private int group(String name) {
    boolean number =
        name.chars().allMatch(c -> c >= '0' && c <= '9')
            && (name.equals("0") || name.charAt(0) != '0');
    if (!number) {
      return pattern.namedGroups().getOrDefault(name, NO_GROUP);
    }
    return name.length() < 9 && Integer.parseInt(name) <= pattern.groupCount()
        ? Integer.parseInt(name)
        : NO_GROUP;
  }

  void expand(Str text, Matcher match, Utf8Buffer out) {
    for (Part part : parts) {
      if (part.group < 0) {
        out.put(part.text);
      } else if (part.group != NO_GROUP) {
        out.put(RegexSearch.group(text, match, part.group));
      }
    }
  }
}

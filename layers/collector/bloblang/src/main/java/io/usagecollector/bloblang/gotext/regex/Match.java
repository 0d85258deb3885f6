package io.usagecollector.bloblang.gotext.regex;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;

/**
 * A match.
 *
 * @param groups the whole match and every group; empty for one that took no part, as Go's string
 *     functions give it
 */
public record Match(List<String> groups) {
  static Match of(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int group = 0; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      groups.add(text == null ? "" : text);
    }
    return new Match(List.copyOf(groups));
  }
}

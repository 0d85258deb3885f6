package io.usagecollector.bloblang.gotext.regex;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A match.
 *
 * @param groups the whole match and every group; empty for one that took no part, as Go's string
 *     functions give it
 * @param missing the groups that took no part
 */
public record Match(List<String> groups, Set<Integer> missing) {
  static Match of(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    Set<Integer> missing = new HashSet<>(0);
    for (int group = 0; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      groups.add(text == null ? "" : text);
      if (text == null) {
        missing.add(group);
      }
    }
    return new Match(List.copyOf(groups), Set.copyOf(missing));
  }
}

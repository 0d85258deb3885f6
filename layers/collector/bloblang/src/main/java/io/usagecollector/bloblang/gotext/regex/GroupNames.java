package io.usagecollector.bloblang.gotext.regex;

import java.util.HashSet;
import java.util.Set;

/**
 * Lets several groups of a pattern bear the same name, as Go does and RE2/J does not: all but the
 * first get another one, which holds what no name can be asked for by.
 */
final class GroupNames {
  /** Stands behind the name, followed by a number that makes it unlike all others. */
  private static final String AGAIN = "__again__";

  private final String pattern;
  private final StringBuilder unique = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private int at;

  private GroupNames(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern with unlike names. */
  static String unlike(String pattern) {
    return pattern.contains("(?P<") || pattern.contains("(?<")
        ? new GroupNames(pattern).all()
        : pattern;
  }

  /** The name that stood in the pattern. */
  static String original(String name) {
    int again = name.lastIndexOf(AGAIN);
    return again < 0 ? name : name.substring(0, again);
  }

  private String all() {
    while (at < pattern.length()) {
      if (pattern.startsWith("\\Q", at)) {
        copyTo(endOf("\\E", at + 2));
      } else if (pattern.charAt(at) == '\\') {
        copyTo(at + 2);
      } else if (pattern.charAt(at) == '[') {
        copyTo(endOfClass(at + 1));
      } else if (pattern.startsWith("(?P<", at)) {
        name(at + 4);
      } else if (pattern.startsWith("(?<", at)) {
        name(at + 3);
      } else {
        copyTo(at + 1);
      }
    }
    return unique.toString();
  }

  private void copyTo(int end) {
    int to = Math.min(end, pattern.length());
    unique.append(pattern, at, to);
    at = to;
  }

  private int endOf(String mark, int from) {
    int end = pattern.indexOf(mark, from);
    return end < 0 ? pattern.length() : end + mark.length();
  }

  /** A bracket that closes nothing first is one of its characters. */
  private int endOfClass(int from) {
    int i = pattern.startsWith("^", from) ? from + 1 : from;
    i = pattern.startsWith("]", i) ? i + 1 : i;
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      if (pattern.startsWith("[:", i) && pattern.indexOf(":]", i + 2) >= 0) {
        i = endOf(":]", i + 2);
      } else {
        i += pattern.charAt(i) == '\\' ? 2 : 1;
      }
    }
    return i + 1;
  }

  private void name(int from) {
    int end = pattern.indexOf('>', from);
    if (end < 0) {
      copyTo(pattern.length());
      return;
    }
    String name = pattern.substring(from, end);
    copyTo(end);
    if (!name.isEmpty() && !names.add(name)) {
      unique.append(AGAIN).append(at);
    }
  }
}

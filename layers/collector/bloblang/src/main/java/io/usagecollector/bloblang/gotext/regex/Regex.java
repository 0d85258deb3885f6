package io.usagecollector.bloblang.gotext.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.usagecollector.bloblang.gotext.GoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A compiled regular expression. Immutable. */
public final class Regex {
  private static final int GROUPS_A_CHARACTER = 8;

  private final Pattern pattern;
  private final List<String> names;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
    this.names = names(pattern);
  }

  /** Compiles, or fails with {@code error parsing regexp: ...}. */
  public static Regex compile(String text) throws GoException {
    String complaint = RegexSize.complaint(text);
    if (!complaint.isEmpty()) {
      throw new GoException("error parsing regexp: " + complaint);
    }
    try {
      return new Regex(Pattern.compile(GroupNames.unlike(text)));
    } catch (PatternSyntaxException e) {
      throw failure(text, e);
    }
  }

  private static GoException failure(String text, PatternSyntaxException e) {
    // RE2/J stumbles over a bracket that closes nothing, where Go names it.
    boolean stumbled = e.getDescription().contains("internal error");
    String what = stumbled ? "unexpected )" : e.getDescription();
    return new GoException(
        "error parsing regexp: " + what + ": `" + (stumbled ? text : e.getPattern()) + "`");
  }

  private static List<String> names(Pattern pattern) {
    List<String> names = new ArrayList<>();
    for (int group = 0; group <= pattern.groupCount(); group++) {
      names.add("");
    }
    for (Map.Entry<String, Integer> named : pattern.namedGroups().entrySet()) {
      names.set(named.getValue(), GroupNames.original(named.getKey()));
    }
    return List.copyOf(names);
  }

  /** The name of every group from 0 on, empty for one without; several may have the same. */
  public List<String> groupNames() {
    return names;
  }

  /** Whether it matches anywhere. */
  public boolean find(String text) {
    return pattern.matcher(text).find();
  }

  /** The first match, or null if there is none. */
  public @Nullable Match first(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Match.of(matcher) : null;
  }

  /** All matches from left to right, none empty where another just ended. */
  public List<Match> findAll(String text) {
    List<Match> matches = new ArrayList<>();
    forEach(text, matches::add, Meter.NONE);
    return matches;
  }

  /** As {@link #findAll}, one at a time. */
  public void forEach(String text, Consumer<Match> each, Meter meter) {
    Search search = new Search(text, meter);
    int previousEnd = -1;
    int at = 0;
    while (search.finds(at)) {
      Matcher matcher = search.matcher;
      boolean empty = matcher.end() == matcher.start();
      if (!empty || matcher.start() != previousEnd) {
        each.accept(Match.of(matcher));
      }
      previousEnd = matcher.end();
      at = matcher.end() > at ? matcher.end() : next(text, at);
    }
  }

  /** Replaces every match as Go does: an empty one right after another is passed over. */
  public String replaceAll(String text, ReplacementTemplate template) {
    return replaceAll(text, template, Meter.NONE);
  }

  /** As {@link #replaceAll(String, Template)}. */
  public String replaceAll(String text, ReplacementTemplate template, Meter meter) {
    StringBuilder to = new StringBuilder(text.length());
    Search search = new Search(text, meter);
    Matcher matcher = search.matcher;
    int copied = 0;
    int at = 0;
    while (search.finds(at)) {
      to.append(text, copied, matcher.start());
      if (matcher.end() > copied || matcher.start() == 0) {
        template.expand(matcher, to, meter);
      }
      copied = matcher.end();
      at = Math.max(matcher.end(), next(text, at));
    }
    return to.append(text, copied, text.length()).toString();
  }

  /** A search from match to match. */
  private final class Search {
    private final Watched text;
    private final Matcher matcher;
    private final Meter meter;

    Search(String text, Meter meter) {
      this.text = new Watched(text);
      this.matcher = pattern.matcher(this.text);
      this.meter = meter;
    }

    boolean finds(int from) {
      if (from > text.length() || !matcher.find(from)) {
        return false;
      }
      // Each match clears the places of all groups, in every thread of the engine.
      meter.again(text.readBeyond(matcher.end()) + matcher.groupCount() / GROUPS_A_CHARACTER);
      return true;
    }
  }

  /** How much there is to do for a character of the text, in parts of the pattern. */
  public int programSize() {
    return pattern.programSize();
  }

  private static int next(String text, int at) {
    return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
  }
}

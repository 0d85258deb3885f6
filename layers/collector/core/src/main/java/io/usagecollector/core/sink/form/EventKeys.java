package io.usagecollector.core.sink.form;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.event.EventWarning;
import io.usagecollector.core.event.Oddity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a service's events, and those of a document that are none.
 *
 * @param all every key there is, in exact case
 * @param time the one that holds the event's time
 */
public record EventKeys(List<Str> all, Str time) {

  /** Longer keys are no slip of the pen. */
  private static final int LONGEST = 24;

  private static final int MOST_NAMED = 5;

  public EventKeys {
    all = List.copyOf(all);
  }

  /** What is left out of a document: a key that is close to one of an event is told by name. */
  List<Oddity> leftOut(MapObj document) {
    var oddities = new ArrayList<Oddity>();
    var others = new ArrayList<String>();
    for (int i = 0; i < document.size(); i++) {
      Str key = document.keyAt(i);
      if (all.contains(key)) {
        continue;
      }
      Str meant = meant(key);
      if (meant == null) {
        others.add(key.toString());
      } else if (oddities.size() < MOST_NAMED) {
        String text = key + " is no key of an event, and is left out: is " + meant + " meant?";
        oddities.add(Oddity.of(EventWarning.KEY_LEFT_OUT, text));
      }
    }
    if (!others.isEmpty()) {
      String text = "keys that are no part of an event are left out";
      oddities.add(new Oddity(EventWarning.KEY_LEFT_OUT, text, text + ": " + named(others)));
    }
    return oddities;
  }

  private static String named(List<String> keys) {
    String first = String.join(", ", keys.subList(0, Math.min(keys.size(), MOST_NAMED)));
    int more = keys.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /** A key of the document that is close to a key of an event, or null. */
  @Nullable Str closeTo(Str wanted, MapObj document) {
    for (int i = 0; i < document.size(); i++) {
      Str key = document.keyAt(i);
      if (!all.contains(key) && wanted.equals(meant(key))) {
        return key;
      }
    }
    return null;
  }

  private @Nullable Str meant(Str key) {
    if (key.length() > LONGEST || !key.isAscii()) {
      return null;
    }
    String folded = folded(key);
    for (Str known : all) {
      if (isClose(folded, folded(known))) {
        return known;
      }
    }
    return null;
  }

  private static String folded(Str key) {
    return key.toString().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Whether two texts are the same but for one letter: another, more, less, or two exchanged. */
  private static boolean isClose(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    int shorter = Math.min(a.length(), b.length());
    if (longer - shorter > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int apart = longer - same - end;
    return apart <= 1
        || (apart == 2
            && a.length() == b.length()
            && a.charAt(same) == b.charAt(same + 1)
            && a.charAt(same + 1) == b.charAt(same));
  }
}

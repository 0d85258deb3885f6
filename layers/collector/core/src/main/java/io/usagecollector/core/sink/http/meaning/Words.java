package io.usagecollector.core.sink.http.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a body must say to be a service's own.
 *
 * @param text what of it may be repeated in a log: the service's own word, which quotes nothing
 * @param says fields on the first level of a JSON object, and what each must hold
 * @param only all the fields it may have, or nothing where others do no harm
 */
public record Words(String text, Map<String, String> says, Optional<Set<String>> only) {
  public Words {
    says = Map.copyOf(says);
    only = only.map(Set::copyOf);
  }

  /** No body at all. */
  public static Words none() {
    return new Words("", Map.of(), Optional.of(Set.of()));
  }

  /** An object in which a field says this, whatever else it holds. */
  public static Words of(String field, String text) {
    return new Words(text, Map.of(field, text), Optional.empty());
  }

  /** An object in which a field says this, and that has no other fields but those it may have. */
  public static Words exactly(String field, String text, String... others) {
    Set<String> known =
        Stream.concat(Stream.of(field), Stream.of(others)).collect(Collectors.toSet());
    return new Words(text, Map.of(field, text), Optional.of(known));
  }

  /** These, and one more field that says this. */
  public Words and(String field, String value) {
    Map<String, String> more = new HashMap<>(says);
    more.put(field, value);
    return new Words(text, more, only);
  }

  /** Whether a body says so. */
  boolean areIn(ReplyBody body) {
    if (says.isEmpty()) {
      return body.kind() == BodyKind.NONE;
    }
    return says.entrySet().stream().allMatch(say -> body.says(say.getKey(), say.getValue()))
        && only.map(body::hasOnly).orElse(true);
  }
}

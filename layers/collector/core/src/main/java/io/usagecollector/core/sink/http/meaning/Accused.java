package io.usagecollector.core.sink.http.meaning;

import java.util.List;

/**
 * Whom a refusal of a bulk accuses.
 *
 * @param events the places of the events that it names, from zero
 * @param fields what of them it complains about: names that every event has, no words of theirs
 */
public record Accused(List<Integer> events, List<String> fields) {
  /** It names nobody. */
  public static final Accused NOBODY = new Accused(List.of(), List.of());

  public Accused {
    events = List.copyOf(events);
    fields = fields.stream().distinct().sorted().toList();
  }

  /** Reads whom a refusal in a service's own words accuses: a pure function of its body. */
  @FunctionalInterface
  public interface Reader {
    Accused in(byte[] body);
  }
}

package io.usagecollector.testkit.flexprice.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The struct validation of a request: every broken field under its Go name, in Go's words. */
public final class Violations {
  private final String type;
  private final Map<String, String> details = new TreeMap<>();

  public Violations(String type) {
    this.type = type;
  }

  /** One broken field. */
  public static ApiProblem of(String type, String field, String tag) {
    return new Violations(type).broken(field, tag).problem();
  }

  public Violations required(String field, String value) {
    return value.isEmpty() ? broken(field, "required") : this;
  }

  Violations atMost(String field, String value, int characters) {
    return value.codePointCount(0, value.length()) > characters ? broken(field, "max") : this;
  }

  Violations exactly(String field, String value, int characters) {
    boolean wrong = !value.isEmpty() && value.codePointCount(0, value.length()) != characters;
    return wrong ? broken(field, "len") : this;
  }

  /** Refuses the request when a field was broken. */
  void check() {
    found()
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
  }

  /** The refusal, or empty when no field was broken. */
  public Optional<ApiProblem> found() {
    return details.isEmpty() ? Optional.empty() : Optional.of(problem());
  }

  private Violations broken(String field, String tag) {
    details.put(
        field,
        "Key: '%s.%s' Error:Field validation for '%s' failed on the '%s' tag"
            .formatted(type, field, field, tag));
    return this;
  }

  private ApiProblem problem() {
    return ApiProblem.validation("Request validation failed", details);
  }
}

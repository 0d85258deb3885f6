package io.usagecollector.cli.lint;

import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.place.Position;
import io.usagecollector.tooling.lint.Finding;
import io.usagecollector.tooling.lint.rule.Severity;
import java.util.Locale;
import java.util.Optional;

/**
 * Something {@code lint} has to say of a file.
 *
 * @param rule the rule's name; {@code configuration} where the reader of configurations says it
 * @param at where in the file, or empty for something outside of it
 * @param meaning what it does to what is billed; may be empty
 * @param suggestion what to write instead; may be empty
 */
record Remark(
    String rule,
    Severity severity,
    Optional<Position> at,
    String message,
    String meaning,
    String suggestion) {
  /** The rule's name where the reader of configurations says it. */
  static final String CONFIGURATION = "configuration";

  static Remark ofConfiguration(Severity severity, Optional<Position> at, String message) {
    return new Remark(CONFIGURATION, severity, at, message, "", "");
  }

  static Remark of(Finding found, Position at) {
    return new Remark(
        found.rule(),
        found.severity(),
        Optional.of(at),
        found.message(),
        found.meaning(),
        found.suggestion());
  }

  /** The word people and scripts know the severity by. */
  String level() {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  MapObj json(String file) {
    MapObj line =
        new MapObj()
            .put(Str.of("file"), Str.of(file))
            .put(Str.of("severity"), Str.of(level()))
            .put(Str.of("rule"), Str.of(rule))
            .put(Str.of("message"), Str.of(message))
            .put(Str.of("meaning"), Str.of(meaning))
            .put(Str.of("suggestion"), Str.of(suggestion));
    at.ifPresent(place ->
        line.put(Str.of("line"), IntNum.of(place.line()))
            .put(Str.of("column"), IntNum.of(place.column())));
    return line;
  }
}

package io.usagecollector.tooling.lint;

import io.usagecollector.tooling.lint.rule.Severity;

/**
 * Something a mapping's writer should know.
 *
 * @param rule the rule's name; {@code compile} for what does not compile
 * @param file the imported file it is in; empty for the mapping itself
 * @param line from 1
 * @param column from 1, in characters
 * @param source the line itself
 * @param message what is so
 * @param meaning what it does to what is billed; empty for what does not compile
 * @param suggestion what to write instead; may be empty
 */
public record Finding(
    String rule,
    Severity severity,
    String file,
    int line,
    int column,
    String source,
    String message,
    String meaning,
    String suggestion) {}

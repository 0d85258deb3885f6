package io.usagecollector.tooling.trial;

/**
 * What a test puts in the place of a component.
 *
 * @param target the component: a JSON pointer, which begins with a slash, or a label
 * @param yaml the processor that takes its place, as YAML; it keeps the label unless it has one of
 *     its own
 */
public record Mock(String target, String yaml) {}

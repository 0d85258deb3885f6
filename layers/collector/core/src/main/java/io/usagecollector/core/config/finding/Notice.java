package io.usagecollector.core.config.finding;

import io.usagecollector.core.place.Position;
import java.util.Optional;

/**
 * Something the reader of a log should know about a configuration that is used nevertheless.
 *
 * @param at where in the file, or empty for something outside of it
 * @param text what is taken otherwise than written, and why
 */
public record Notice(Optional<Position> at, String text) {}

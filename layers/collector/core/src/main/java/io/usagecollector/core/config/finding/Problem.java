package io.usagecollector.core.config.finding;

import io.usagecollector.core.place.Position;
import java.util.Optional;

/**
 * One thing that keeps a configuration from being used.
 *
 * @param at where in the file, or empty for something outside of it
 * @param text what is wrong and what to do; holds the file's words as written, never a variable's
 *     value and never a secret
 */
public record Problem(Optional<Position> at, String text) {}

/**
 * The commands behind {@code scripts/mapping} and {@code scripts/dead-letters}, a room each, and
 * the doors they are called by. They are thin, over the public doors of {@code bloblang}, {@code
 * core} and {@code tooling}, and of {@code aws} where it is about queues: no rule of the language
 * or of billing lives here; only how people ask and are answered. Standard streams, clock and the
 * environment are handed in, see {@link io.usagecollector.cli.terminal.Terminal}.
 */
@NullMarked
package io.usagecollector.cli;

import org.jspecify.annotations.NullMarked;

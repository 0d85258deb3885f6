/**
 * The commands behind {@code scripts/mapping}, a room each, and the door they are called by. They
 * are thin, over the public doors of {@code bloblang}, {@code core} and {@code tooling}: no rule of
 * the language or of billing lives here; only how people ask and are answered. Standard streams and
 * the environment are handed in, see {@link io.usagecollector.cli.terminal.Terminal}.
 */
@NullMarked
package io.usagecollector.cli;

import org.jspecify.annotations.NullMarked;

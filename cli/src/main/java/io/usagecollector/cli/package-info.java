/**
 * The commands behind {@code scripts/mapping}: thin, over the public doors of {@code bloblang} and
 * {@code core}. No rule of the language or of billing lives here; only how people ask and are
 * answered. Standard streams and the environment are handed in, see {@link
 * io.usagecollector.cli.Terminal}.
 */
@NullMarked
package io.usagecollector.cli;

import org.jspecify.annotations.NullMarked;

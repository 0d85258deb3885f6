/**
 * {@code mapping eval}: one mapping on one batch of messages a line, for programs that hold answers
 * against others.
 */
@NullMarked
package io.usagecollector.cli.eval;

import org.jspecify.annotations.NullMarked;

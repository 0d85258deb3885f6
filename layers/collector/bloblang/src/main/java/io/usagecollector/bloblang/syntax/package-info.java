/**
 * The syntax tree: expressions, statements and the program of them, with their places in the
 * source. It says what was written and nothing of what it means; {@code syntax.parser} makes it.
 */
@NullMarked
package io.usagecollector.bloblang.syntax;

import org.jspecify.annotations.NullMarked;

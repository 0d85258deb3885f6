/**
 * From text to syntax tree: the grammar of Bloblang V1 with Bento's brackets. No function or method
 * is known here, and nothing runs.
 *
 * <p>The language is a PEG with two kinds of failure, and so is the parser: "not mine, try the
 * next" is a null, "mine, but broken" is a {@link
 * io.usagecollector.bloblang.syntax.SyntaxException}.
 */
@NullMarked
package io.usagecollector.bloblang.syntax.parser;

import org.jspecify.annotations.NullMarked;

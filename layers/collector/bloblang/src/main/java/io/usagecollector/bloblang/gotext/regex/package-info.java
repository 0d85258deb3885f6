/**
 * Go's {@code regexp} over RE2/J: the same engine, with Go's templates, matches and error texts.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.regex;

import org.jspecify.annotations.NullMarked;

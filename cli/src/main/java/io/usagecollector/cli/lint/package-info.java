/**
 * {@code mapping lint}: what it looks at, and how it tells what was found. The rules themselves are
 * the language's.
 */
@NullMarked
package io.usagecollector.cli.lint;

import org.jspecify.annotations.NullMarked;

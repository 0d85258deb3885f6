/**
 * What a value counts as where another kind is wanted: as a number, a text, a time, in Go's words,
 * or beside another value in a comparison. Knows no nodes and no messages.
 */
@NullMarked
package io.usagecollector.bloblang.run.coerce;

import org.jspecify.annotations.NullMarked;

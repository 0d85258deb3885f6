/**
 * Lengths of time as text: Go's durations and ISO 8601's periods. Points in time are in {@code
 * gotext.time}.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.time.span;

import org.jspecify.annotations.NullMarked;

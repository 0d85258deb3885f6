/**
 * The times of C: {@code strftime} and {@code strptime} with their verbs. Go's own layouts are in
 * {@code gotext.time}.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.time.strftime;

import org.jspecify.annotations.NullMarked;

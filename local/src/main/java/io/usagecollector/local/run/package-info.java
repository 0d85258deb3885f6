/**
 * The command {@code run-local}: its options, a session from start to end, what a person is shown.
 */
@NullMarked
package io.usagecollector.local.run;

import org.jspecify.annotations.NullMarked;

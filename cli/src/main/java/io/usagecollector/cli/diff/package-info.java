/** {@code mapping diff}: what a change of mapping changes in what is billed. */
@NullMarked
package io.usagecollector.cli.diff;

import org.jspecify.annotations.NullMarked;

/** The commands behind {@code scripts/mapping}: thin, over the public doors of {@code bloblang}. */
@NullMarked
package io.usagecollector.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Go's time, as text and as arithmetic: layouts, zones, durations, ISO 8601 periods, strftime. The
 * local zone is UTC here. Pure functions and immutable values; no clock, and nothing of the mapping
 * language.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.NullMarked;

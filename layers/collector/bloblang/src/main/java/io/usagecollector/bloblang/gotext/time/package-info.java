/**
 * Go's time: a point in time, zones, and the layouts that read and write it. The local zone is UTC
 * here. Pure functions and immutable values; no clock, and nothing of the mapping language. The
 * verbs of C are in {@code strftime}, lengths of time in {@code span}.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.time;

import org.jspecify.annotations.NullMarked;

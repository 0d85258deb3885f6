/** How long a mapping takes to compile: in a warm process, and in one that has just started. */
@NullMarked
package io.usagecollector.bench.compile;

import org.jspecify.annotations.NullMarked;

/** How many calls of {@code POST /ensure} a CPU answers, for customers who are there. */
@NullMarked
package io.usagecollector.bench.ensure;

import org.jspecify.annotations.NullMarked;

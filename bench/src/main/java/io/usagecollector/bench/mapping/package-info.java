/** The mapping language against Jackson's tree round trip and an equivalent JSLT program. */
@NullMarked
package io.usagecollector.bench.mapping;

import org.jspecify.annotations.NullMarked;

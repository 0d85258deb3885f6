/**
 * One record through the steps: record in, parts out. The record's clock and chance, its metadata,
 * and what a part must be.
 *
 * <p>No configuration, delivery or service is known here.
 */
@NullMarked
package io.usagecollector.core.record;

import org.jspecify.annotations.NullMarked;

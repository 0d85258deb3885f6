/**
 * The section {@code input}, read.
 *
 * <p>No record is read here: the function's trigger does that.
 */
@NullMarked
package io.usagecollector.core.config.input;

import org.jspecify.annotations.NullMarked;

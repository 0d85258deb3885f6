/**
 * The section {@code output}, read.
 *
 * <p>Nothing is sent here.
 */
@NullMarked
package io.usagecollector.core.config.output;

import org.jspecify.annotations.NullMarked;

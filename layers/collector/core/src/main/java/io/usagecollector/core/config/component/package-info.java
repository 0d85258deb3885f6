/**
 * Processors, read from their sections.
 *
 * <p>What they do lies in {@code core.processor}.
 */
@NullMarked
package io.usagecollector.core.config.component;

import org.jspecify.annotations.NullMarked;

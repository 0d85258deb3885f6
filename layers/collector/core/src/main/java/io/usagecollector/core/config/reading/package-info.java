/**
 * What the readers of all sections share: values with variables put in, keys held against the
 * table, components that are referred to by a label.
 *
 * <p>No section is known here.
 */
@NullMarked
package io.usagecollector.core.config.reading;

import org.jspecify.annotations.NullMarked;

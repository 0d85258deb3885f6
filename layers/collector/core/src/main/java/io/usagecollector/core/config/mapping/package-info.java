/**
 * The Bloblang in a configuration, compiled: texts with variables put in, and the way back from a
 * place in them to the file.
 *
 * <p>Which processors hold it is not known here.
 */
@NullMarked
package io.usagecollector.core.config.mapping;

import org.jspecify.annotations.NullMarked;

/**
 * A collector configuration (Benthos/Bento YAML) becomes a compiled pipeline: record in, events
 * out.
 *
 * <p>Delivery, sinks and AWS are not known here.
 */
@NullMarked
package io.usagecollector.core.pipeline;

import org.jspecify.annotations.NullMarked;

/**
 * Flexprice behind the sink port: its event endpoints, their bodies and what their answers mean.
 */
@NullMarked
package io.usagecollector.core.sink.flexprice;

import org.jspecify.annotations.NullMarked;

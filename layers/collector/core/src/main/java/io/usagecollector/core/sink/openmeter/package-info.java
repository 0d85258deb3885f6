/**
 * OpenMeter behind the sink port, self-hosted or as Kong Konnect's metering: where it listens,
 * which of its two dialects it speaks there, its endpoint of events and what its answers mean.
 */
@NullMarked
package io.usagecollector.core.sink.openmeter;

import org.jspecify.annotations.NullMarked;

/**
 * OpenMeter behind the sink port, self-hosted or as Kong Konnect's metering: where it listens, and
 * which of its two dialects it speaks there.
 */
@NullMarked
package io.usagecollector.core.sink.openmeter;

import org.jspecify.annotations.NullMarked;

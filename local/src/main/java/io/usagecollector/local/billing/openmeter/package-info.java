/** OpenMeter: its stand-in, and its accounts. */
@NullMarked
package io.usagecollector.local.billing.openmeter;

import org.jspecify.annotations.NullMarked;

/**
 * What the collector that we replace serves on port 4195, of this system: liveness, readiness,
 * version and metrics under its names, so that dashboards and probes keep working. Knows no part of
 * the system: it is handed figures.
 */
@NullMarked
package io.usagecollector.local.monitor;

import org.jspecify.annotations.NullMarked;

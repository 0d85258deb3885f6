/**
 * A client of OpenMeter's API v3 for tests and local runs: sets up meters, plans and customers, and
 * reads what was metered.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.client;

import org.jspecify.annotations.NullMarked;

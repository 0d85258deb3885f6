/**
 * How a CloudEvent is read: the schema's check, then the event library's, and what is sent on of
 * it. Knows no meters and no customers.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.ingest;

import org.jspecify.annotations.NullMarked;

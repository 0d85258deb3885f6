/**
 * How the server reads events: Go's JSON decoder, its time grammar, its binding rules. From bytes
 * to {@link io.usagecollector.testkit.flexprice.ingest.IncomingEvent}; nothing here stores or
 * bills.
 */
@NullMarked
package io.usagecollector.testkit.flexprice.ingest;

import org.jspecify.annotations.NullMarked;

package io.usagecollector.simulation.billing;

import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.PartId;

/** An event as the service reads it. */
public record ReceivedEvent(PartId part, Kind kind, DuplicateKey key) {}

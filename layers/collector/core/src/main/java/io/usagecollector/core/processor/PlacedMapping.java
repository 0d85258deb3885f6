package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Mapping;
import io.usagecollector.core.place.ProcessorPlace;

/** A mapping and where it stands. */
public record PlacedMapping(Mapping mapping, ProcessorPlace place) {}

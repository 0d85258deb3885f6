package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Mapping;

/** A mapping and where it stands. */
record PlacedMapping(Mapping mapping, Place place) {}

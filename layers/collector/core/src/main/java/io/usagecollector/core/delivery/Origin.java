package io.usagecollector.core.delivery;

import io.usagecollector.core.event.StreamId;

/**
 * What all records of a batch have in common.
 *
 * @param stream the stream they come from
 * @param mappingVersion names the configuration that mapped them
 */
public record Origin(StreamId stream, String mappingVersion) {}

package io.usagecollector.core.letter;

import io.usagecollector.core.event.StreamId;

/**
 * What all records of a batch have in common.
 *
 * @param stream the stream they come from
 * @param sink the billing service they go to, such as {@code flexprice}
 * @param mappingVersion names the configuration that mapped them
 */
public record Origin(StreamId stream, String sink, String mappingVersion) {}

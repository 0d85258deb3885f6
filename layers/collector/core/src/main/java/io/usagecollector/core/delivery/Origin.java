package io.usagecollector.core.delivery;

/**
 * What all records of a batch have in common.
 *
 * @param streamId names the stream for good: two clusters, or a topic made anew, never share it
 * @param mappingVersion names the configuration that mapped them
 */
public record Origin(String streamId, String mappingVersion) {}

package io.usagecollector.local.monitor;

/**
 * How many batches were made, by what ended them.
 *
 * @param count full
 * @param size as large as can be
 * @param period neither: there was no more in time
 */
public record BatchesCreated(long count, long size, long period) {}

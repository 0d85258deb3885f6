/**
 * What an event source mapping for Kafka invokes a function with, read in one pass into records.
 * Nothing here maps a record or knows what becomes of it.
 */
@NullMarked
package io.usagecollector.aws.kafka;

import org.jspecify.annotations.NullMarked;

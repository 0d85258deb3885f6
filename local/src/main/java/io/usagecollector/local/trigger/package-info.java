/**
 * The event source mapping: Kafka records to invocations, as unkind as AWS. Cutting batches,
 * reading answers and keeping offsets are pure; Kafka and the function stand behind them.
 */
@NullMarked
package io.usagecollector.local.trigger;

import org.jspecify.annotations.NullMarked;

/**
 * The event source mapping for SQS: messages to invocations, and what an invocation answers to
 * deletions, as AWS's pollers do it. Reading answers and making events are pure. Knows no Kafka and
 * not what is in a message.
 */
@NullMarked
package io.usagecollector.local.poller;

import org.jspecify.annotations.NullMarked;

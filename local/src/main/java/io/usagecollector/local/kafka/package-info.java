/**
 * A Kafka broker in this JVM, its topics, and a producer of sample events. Knows nothing of Lambda
 * or of billing.
 */
@NullMarked
package io.usagecollector.local.kafka;

import org.jspecify.annotations.NullMarked;

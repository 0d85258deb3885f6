/** ElasticMQ in this JVM, and what is in its queues, read over the real SQS API. */
@NullMarked
package io.usagecollector.local.sqs;

import org.jspecify.annotations.NullMarked;

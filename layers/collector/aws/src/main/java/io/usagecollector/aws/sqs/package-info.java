/**
 * Letters in SQS queues, and a way through a queue that gives back what it does not delete. What a
 * letter holds and when it is written is decided in core.
 */
@NullMarked
package io.usagecollector.aws.sqs;

import org.jspecify.annotations.NullMarked;

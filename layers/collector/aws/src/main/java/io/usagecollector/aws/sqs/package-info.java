/** Letters in SQS queues. What a letter holds and when it is written is decided in core. */
@NullMarked
package io.usagecollector.aws.sqs;

import org.jspecify.annotations.NullMarked;

/** Queues as SQS has them: at least once, in no order, each message out of sight for a while. */
@NullMarked
package io.usagecollector.simulation.sqs;

import org.jspecify.annotations.NullMarked;

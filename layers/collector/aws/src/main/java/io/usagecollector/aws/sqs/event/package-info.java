/**
 * A queue as a trigger: what its event source mapping invokes a function with, read in one pass,
 * and how long what stays in the queue is kept out of sight. What a message says is core's.
 */
@NullMarked
package io.usagecollector.aws.sqs.event;

import org.jspecify.annotations.NullMarked;

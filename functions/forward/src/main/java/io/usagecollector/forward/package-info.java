/**
 * The forward function: decodes what its Kafka trigger hands over, calls core, encodes the answer.
 *
 * <p>What is decided about a record is decided in core, and what touches a service is in the AWS
 * adapters: a handler that does more than pass on is in the wrong place.
 */
@NullMarked
package io.usagecollector.forward;

import org.jspecify.annotations.NullMarked;

/**
 * Core's ports on AWS, a room each: the Kafka trigger's event, letters in SQS, in S3 what is too
 * large for it, in DynamoDB what instances share, in a folder what one keeps, secrets, logs and
 * metrics; and the delivery that functions share, put together of them ({@code assembly}). Here is
 * only what the rooms share: the SDK's clients, made in one place, how to make a thing when it is
 * first needed, and the word for what is no event of a trigger.
 *
 * <p>No rule of mapping, delivery or billing lives here, and no function's own wiring. Nothing
 * unique, secret or connected is made before it is asked for, so that none is part of a snapshot.
 */
@NullMarked
package io.usagecollector.aws;

import org.jspecify.annotations.NullMarked;

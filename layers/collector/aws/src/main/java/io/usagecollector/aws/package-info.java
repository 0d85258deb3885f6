/**
 * Core's ports on AWS: the trigger's event, dead letters in SQS, secrets from Secrets Manager, logs
 * and metrics through Powertools, and the wiring that puts a function together.
 *
 * <p>No rule of mapping, delivery or billing lives here: only how a decision made in core reaches a
 * service. Nothing unique, secret or connected is made before the first batch, so that none is part
 * of a snapshot.
 */
@NullMarked
package io.usagecollector.aws;

import org.jspecify.annotations.NullMarked;

/**
 * The whole system on one machine, from real parts on loopback: a Kafka broker, SQS, DynamoDB,
 * Lambda's own runtime client. One package a part: {@code kafka}, {@code sqs}, {@code dynamodb},
 * {@code lambda}, {@code trigger}, {@code poller}, {@code billing}; {@code census} and {@code
 * statement} tell what should be billed and what is; {@code chaos} makes the parts misbehave, and
 * {@code monitor} serves probes and dashboards; {@code system} puts the parts together, and {@code
 * run} is the command. Nothing is deployed.
 */
@NullMarked
package io.usagecollector.local;

import org.jspecify.annotations.NullMarked;

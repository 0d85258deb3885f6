/**
 * The whole system on one machine, from real parts on loopback: a Kafka broker, SQS, Lambda's own
 * runtime client. One package a part: {@code kafka}, {@code sqs}, {@code lambda}, {@code trigger},
 * and {@code run}, which puts them together. Nothing here is deployed.
 */
@NullMarked
package io.usagecollector.local;

import org.jspecify.annotations.NullMarked;

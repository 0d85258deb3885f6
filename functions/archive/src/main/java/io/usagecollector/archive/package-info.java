/**
 * The archive function: moves dead letters that nobody fetched out of a queue that forgets into a
 * bucket that does not, in the form that {@code scripts/dead-letters} reads.
 *
 * <p>It decides when a letter is old enough and in which order a crash can do no harm. What a line
 * of the file says is in core, and what touches a service is in the AWS adapters. It knows no
 * mapping and no billing service.
 */
@NullMarked
package io.usagecollector.archive;

import org.jspecify.annotations.NullMarked;

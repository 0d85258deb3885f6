/**
 * The redeliver function: decodes what the trigger of the retry queue hands over, calls core,
 * encodes the answer.
 *
 * <p>What is decided about a letter is decided in core, by the delivery that forward has, and what
 * touches a service is in the AWS adapters. Here is only what a queue's trigger needs beside: which
 * messages may be tried yet, and how long those that stay are out of sight.
 */
@NullMarked
package io.usagecollector.redeliver;

import org.jspecify.annotations.NullMarked;

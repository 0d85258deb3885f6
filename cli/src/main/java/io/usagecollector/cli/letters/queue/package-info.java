/**
 * A dead-letter queue over the SQS API: where it is, what it holds, and what a person is told when
 * it does not answer. Nothing is taken out of it but what is deleted by name; knows neither the
 * local file nor what a letter is.
 */
@NullMarked
package io.usagecollector.cli.letters.queue;

import org.jspecify.annotations.NullMarked;

package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.sink.Answer;

/**
 * The end of a request.
 *
 * @param number what it was started under
 */
public record Landed(int number, Answer answer) {}

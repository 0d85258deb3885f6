package io.usagecollector.core.customer.provision;

import java.util.function.Predicate;

/**
 * One row of a service's own table: an answer that it is known to give.
 *
 * @param status the HTTP status
 * @param says whether a body says this; see {@link Says}
 * @param verdict what it means
 * @param why what a person reads after the status: our own words, never the service's
 */
public record AnswerRow(int status, Predicate<Document> says, Verdict verdict, String why) {
  boolean is(int replied, Document body) {
    return status == replied && says.test(body);
  }
}

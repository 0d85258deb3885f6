package io.usagecollector.core.customer.openmeter;

import io.usagecollector.core.customer.provision.AnswerRows;
import java.util.function.IntFunction;

/**
 * A list that is read page by page.
 *
 * @param what what it is, as in {@code list the plans}
 * @param page the path and query of a page, the first one being 1
 * @param answers what its answers mean
 */
record ListQuery(String what, IntFunction<String> page, AnswerRows answers) {}

/**
 * The table of answers: what a reply means, by a service's own words where it is known to say them,
 * else by its status alone. Each service states its words as data; nothing here knows one, sends or
 * retries.
 */
@NullMarked
package io.usagecollector.core.sink.http.meaning;

import org.jspecify.annotations.NullMarked;

package io.usagecollector.core.sink.http.meaning;

/**
 * One row of a service's own table: an answer that it is known to give.
 *
 * @param status the HTTP status
 * @param words what the body says
 * @param meaning what it means
 */
public record OwnAnswer(int status, Meaning meaning, Words words) {
  boolean is(int replied, ReplyBody body) {
    return status == replied && words.areIn(body);
  }
}

package io.usagecollector.ensure.http;

/**
 * What a caller sent, as far as it is looked at.
 *
 * @param path without the stage, and without what a domain of one's own puts before it
 * @param body as API Gateway hands it over; empty if there is none
 * @param base64 whether the body is Base64 of what was sent
 */
public record HttpRequest(String method, String path, String body, boolean base64) {
  /** Without the body: it names a customer. */
  @Override
  public String toString() {
    return "HttpRequest[" + body.length() + " characters]";
  }
}

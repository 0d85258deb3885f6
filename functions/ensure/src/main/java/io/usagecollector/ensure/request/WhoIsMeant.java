package io.usagecollector.ensure.request;

import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.Identity;
import io.usagecollector.ensure.http.HttpRequest;

/** Tells the customer that a request names. Thread-safe. */
public record WhoIsMeant(Identification identification) {
  /**
   * Reads the body.
   *
   * @throws RefusedRequestException if it cannot be read
   */
  public Identity by(HttpRequest request) throws RefusedRequestException {
    return BodyReader.read(BodyText.of(request)).identity(identification);
  }
}

package io.usagecollector.core.sink.openmeter;

import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.HttpCall;
import io.usagecollector.core.sink.http.HttpTransport;
import java.time.Duration;
import java.util.Map;

/** Calls to OpenMeter, whatever endpoint they are for: address, dialect and token. Thread-safe. */
public final class OpenMeterApi {
  private static final String EVENTS = "/events";

  /**
   * Always the type of a batch, for one event too: its refusals alone name the bad one. And without
   * a charset, since v1 compares the text.
   */
  private static final Map<String, String> BATCH =
      Map.of("Content-Type", "application/cloudevents-batch+json");

  /** A refusal tells of each bad event, twice. */
  private static final int LONGEST_REFUSAL = 1 << 20;

  private final OpenMeterAddress address;
  private final HttpTransport transport;

  /**
   * @param transport with the token as a bearer's, or without one where the server wants none
   */
  public OpenMeterApi(OpenMeterAddress address, HttpTransport transport) {
    this.address = address;
    this.transport = transport;
  }

  public OpenMeterDialect dialect() {
    return address.dialect();
  }

  /** A name for a request, as both sides log it. */
  public String requestId() {
    return transport.requestId();
  }

  /** See {@link HttpTransport#renewCredential}. */
  public void renewToken() {
    transport.renewCredential();
  }

  /**
   * Asks for what OpenMeter keeps.
   *
   * @param path from the address's base, with its query, percent-encoded
   */
  public Exchange get(String path, String requestId, Duration timeout) {
    return transport.exchange(HttpCall.get(address.endpoint(path), Map.of()), requestId, timeout);
  }

  /**
   * Posts JSON that is answered by what OpenMeter keeps.
   *
   * @param path from the address's base, percent-encoded
   */
  public Exchange post(String path, byte[] json, String requestId, Duration timeout) {
    var call = new HttpCall("POST", address.endpoint(path), Map.of(), json, HttpCall.DOCUMENTS);
    return transport.exchange(call, requestId, timeout);
  }

  /** Where events go, named where an answer shows that it is the wrong address. */
  String eventsEndpoint() {
    return address.endpoint(EVENTS).toString();
  }

  /** Posts an array of events. */
  Exchange ingest(byte[] batch, String requestId, Duration timeout) {
    var call = new HttpCall("POST", address.endpoint(EVENTS), BATCH, batch, LONGEST_REFUSAL);
    return transport.exchange(call, requestId, timeout);
  }
}

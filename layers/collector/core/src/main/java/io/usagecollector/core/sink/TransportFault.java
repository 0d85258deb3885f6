package io.usagecollector.core.sink;

/** Why no answer came. */
public enum TransportFault {
  /** Nothing was sent: the credentials could not be had, or were no legal header. */
  NOT_SENT,
  /** The host's name is not known. */
  UNKNOWN_HOST,
  /** The connection was refused. */
  CONNECTION_REFUSED,
  /** No connection in time. */
  NO_CONNECTION,
  /** No secure connection: the host and its certificate do not agree with us. */
  TLS,
  /** No answer in time. */
  TIMEOUT,
  /** The connection broke before the answer. */
  CONNECTION_BROKEN,
  /** Whoever waited for the answer was interrupted. */
  INTERRUPTED,
  /** A fault of our own client. */
  CLIENT;

  /** Whether the service may have read the request, and stored what was in it. */
  public boolean mayHaveArrived() {
    return switch (this) {
      case NOT_SENT, UNKNOWN_HOST, CONNECTION_REFUSED, NO_CONNECTION, TLS -> false;
      case TIMEOUT, CONNECTION_BROKEN, INTERRUPTED, CLIENT -> true;
    };
  }
}

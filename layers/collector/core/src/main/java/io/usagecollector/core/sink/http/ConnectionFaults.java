package io.usagecollector.core.sink.http;

import static io.usagecollector.core.sink.TransportFault.CLIENT;
import static io.usagecollector.core.sink.TransportFault.CONNECTION_BROKEN;
import static io.usagecollector.core.sink.TransportFault.CONNECTION_REFUSED;
import static io.usagecollector.core.sink.TransportFault.NO_CONNECTION;
import static io.usagecollector.core.sink.TransportFault.TIMEOUT;
import static io.usagecollector.core.sink.TransportFault.TLS;
import static io.usagecollector.core.sink.TransportFault.UNKNOWN_HOST;

import io.usagecollector.core.sink.TransportFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no answer came: total over exceptions, whose own words are never repeated. */
final class ConnectionFaults {
  private static final int DEEPEST = 10;

  private ConnectionFaults() {}

  static Exchange.Unanswered of(@Nullable Throwable thrown) {
    return thrown == null
        ? fault(CLIENT, "no answer, for no stated cause")
        : named(unwrapped(thrown));
  }

  private static Exchange.Unanswered named(Throwable fault) {
    return switch (fault) {
      case HttpConnectTimeoutException e -> fault(NO_CONNECTION, "no connection in time");
      case HttpTimeoutException e -> fault(TIMEOUT, "no answer in time; it may have been stored");
      case TimeoutException e -> fault(TIMEOUT, "no answer in time; it may have been stored");
      case ConnectException e when causedByName(e) ->
          fault(UNKNOWN_HOST, "the host's name is not known");
      case ConnectException e -> fault(CONNECTION_REFUSED, "the connection was refused");
      case SSLException e -> fault(TLS, "TLS failed: check the host and its certificate");
      case IOException e ->
          fault(CONNECTION_BROKEN, "the connection broke; it may have been stored");
      default -> fault(CLIENT, "no answer: " + fault.getClass().getSimpleName());
    };
  }

  /** The innermost cause that says something: a wrapper without a cause speaks for itself. */
  private static Throwable unwrapped(Throwable thrown) {
    Throwable fault = thrown;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Throwable cause = fault.getCause();
      if (cause == null || !isWrapper(fault)) {
        return fault;
      }
      fault = cause;
    }
    return fault;
  }

  private static boolean isWrapper(Throwable fault) {
    return fault instanceof CompletionException || fault instanceof ExecutionException;
  }

  private static boolean causedByName(Throwable fault) {
    Throwable cause = fault.getCause();
    return cause instanceof UnresolvedAddressException
        || (cause != null && cause.getCause() instanceof UnresolvedAddressException);
  }

  private static Exchange.Unanswered fault(TransportFault fault, String detail) {
    return new Exchange.Unanswered(fault, detail);
  }
}

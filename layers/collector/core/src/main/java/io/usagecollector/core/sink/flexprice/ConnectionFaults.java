package io.usagecollector.core.sink.flexprice;

import static io.usagecollector.core.sink.TransportFault.CLIENT;
import static io.usagecollector.core.sink.TransportFault.CONNECTION_BROKEN;
import static io.usagecollector.core.sink.TransportFault.CONNECTION_REFUSED;
import static io.usagecollector.core.sink.TransportFault.NO_CONNECTION;
import static io.usagecollector.core.sink.TransportFault.TIMEOUT;
import static io.usagecollector.core.sink.TransportFault.TLS;
import static io.usagecollector.core.sink.TransportFault.UNKNOWN_HOST;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What it means when no answer came: total over exceptions, whose own words are never repeated. */
final class ConnectionFaults {
  private static final int DEEPEST = 10;

  private ConnectionFaults() {}

  static Answer of(@Nullable Throwable thrown) {
    return thrown == null ? unknown("no answer, for no stated cause") : meaning(unwrapped(thrown));
  }

  private static Answer meaning(Throwable fault) {
    return switch (fault) {
      case HttpConnectTimeoutException e -> later(NO_CONNECTION, "no connection in time");
      case HttpTimeoutException e -> later(TIMEOUT, "no answer in time; it may have been stored");
      case TimeoutException e -> later(TIMEOUT, "no answer in time; it may have been stored");
      case ConnectException e when causedByName(e) ->
          later(UNKNOWN_HOST, "the host's name is not known");
      case ConnectException e -> later(CONNECTION_REFUSED, "the connection was refused");
      case SSLException e -> later(TLS, "TLS failed: check the host and its certificate");
      case IOException e ->
          later(CONNECTION_BROKEN, "the connection broke; it may have been stored");
      default -> unknown("no answer: " + fault.getClass().getSimpleName());
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

  private static Answer later(TransportFault fault, String detail) {
    return new Answer.Transient(new FaultKey.Unanswered(fault), detail, Optional.empty());
  }

  private static Answer unknown(String detail) {
    return new Answer.Unknown(new FaultKey.Unanswered(CLIENT), detail, Optional.empty());
  }
}

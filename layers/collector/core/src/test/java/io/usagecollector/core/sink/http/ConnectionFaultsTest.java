package io.usagecollector.core.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.sink.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFaultsTest {
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new HttpConnectTimeoutException("secret"), "no connection in time"),
        Arguments.of(
            new HttpTimeoutException("secret"), "no answer in time; it may have been stored"),
        Arguments.of(new TimeoutException(), "no answer in time; it may have been stored"),
        Arguments.of(new ConnectException("secret"), "the connection was refused"),
        Arguments.of(
            new ConnectException().initCause(new UnresolvedAddressException()),
            "the host's name is not known"),
        Arguments.of(
            new SSLHandshakeException("secret"), "TLS failed: check the host and its certificate"),
        Arguments.of(new EOFException(), "the connection broke; it may have been stored"),
        Arguments.of(
            new IOException("secret", null), "the connection broke; it may have been stored"),
        Arguments.of(
            new ClosedChannelException(), "the connection broke; it may have been stored"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsTransientHoweverWrapped(Throwable fault, String detail) {
    for (Throwable wrapped :
        new Throwable[] {
          fault,
          new ExecutionException(fault),
          new ExecutionException(new CompletionException(fault))
        }) {
      assertThat(ConnectionFaults.of(wrapped))
          .satisfies(named -> assertThat(named.meaning()).isInstanceOf(Answer.Transient.class))
          .extracting(Exchange.Unanswered::detail)
          .isEqualTo(detail);
    }
  }

  @Test
  void whatIsNoFaultOfTheConnectionIsUnknown() {
    assertThat(ConnectionFaults.of(new IllegalStateException("secret")).detail())
        .isEqualTo("no answer: IllegalStateException");
    assertThat(ConnectionFaults.of(new CancellationException()).meaning())
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aCauseNeedNotBeThere() {
    assertThat(ConnectionFaults.of(null).meaning()).isInstanceOf(Answer.Unknown.class);
    assertThat(ConnectionFaults.of(new ExecutionException(null)).detail())
        .isEqualTo("no answer: ExecutionException");
    assertThat(ConnectionFaults.of(new CompletionException((Throwable) null)).meaning())
        .isInstanceOf(Answer.Unknown.class);
  }
}

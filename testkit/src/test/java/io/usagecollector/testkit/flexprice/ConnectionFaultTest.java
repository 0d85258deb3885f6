package io.usagecollector.testkit.flexprice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fault does to the connection itself, seen on a bare socket. */
@StandInOnly("only the stand-in makes faults")
class ConnectionFaultTest {
  private FlexpriceStandIn standIn;

  @AfterEach
  void stop() {
    standIn.close();
  }

  @ParameterizedTest(name = "TLS: {0}")
  @ValueSource(booleans = {true, false})
  void aResetIsAnRstAndNotAnOrderlyEnd(boolean tls) throws IOException {
    start(tls).faults().next(1, Fault.resets());
    try (Socket socket = sendEvent()) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @ParameterizedTest(name = "TLS: {0}")
  @ValueSource(booleans = {true, false})
  void aCutAnswerAnnouncesMoreThanItSends(boolean tls) throws IOException {
    start(tls).faults().next(1, Fault.cutsBody(5));
    try (Socket socket = sendEvent()) {
      String received = new String(readUntilEnd(socket), StandardCharsets.UTF_8);
      assertThat(received).startsWith("HTTP/1.1 202").containsIgnoringCase("Content-Length: ");
      String body = received.substring(received.indexOf("\r\n\r\n") + 4);
      assertThat(body).isEqualTo("{\"eve");
    }
  }

  @ParameterizedTest(name = "TLS: {0}")
  @ValueSource(booleans = {true, false})
  void aStallEndsWithNothingSaid(boolean tls) throws IOException {
    start(tls).faults().next(1, Fault.stalls(Duration.ofMillis(20)));
    try (Socket socket = sendEvent()) {
      assertThat(readUntilEnd(socket)).isEmpty();
    }
  }

  private FlexpriceStandIn start(boolean tls) {
    StandInOptions options = new StandInOptions();
    standIn = FlexpriceStandIn.start(tls ? options : options.plainHttp());
    return standIn;
  }

  private Socket sendEvent() throws IOException {
    SocketFactory sockets =
        standIn.trustStore().isPresent()
            ? standIn.clientTls().getSocketFactory()
            : SocketFactory.getDefault();
    Socket socket = sockets.createSocket("127.0.0.1", standIn.port());
    socket.setSoTimeout(10_000);
    String body = "{\"event_name\":\"n\",\"external_customer_id\":\"c\"}";
    String request =
        "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nx-api-key: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(standIn.apiKey(), body.length(), body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  /** TLS reports an end without its own farewell as an error: here it is an end like any other. */
  private static byte[] readUntilEnd(Socket socket) throws IOException {
    var received = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(received);
    } catch (SSLException e) {
      assertThat(e).hasMessageContaining("close");
    }
    return received.toByteArray();
  }
}

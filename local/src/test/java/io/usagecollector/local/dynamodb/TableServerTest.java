package io.usagecollector.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableServerTest {
  @Test
  void aTableThatIsThereIsOpenedAgain() {
    try (var server = TableServer.start();
        var made = StateTable.open(server.endpoint(), "state");
        var again = StateTable.open(server.endpoint(), "state")) {
      assertThat(again.item("circuit#flexprice")).isEmpty();
      assertThat(List.of(made.name(), again.name())).containsExactly("state", "state");
    }
  }

  /** A server on all interfaces would answer on this address too: it is the same machine. */
  @Test
  void itListensOnOneAddressAlone() throws Exception {
    try (var server = TableServer.start()) {
      int port = server.endpoint().getPort();
      new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
      assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.2"), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }
}

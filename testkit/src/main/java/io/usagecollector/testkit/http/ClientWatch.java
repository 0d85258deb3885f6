package io.usagecollector.testkit.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.server.Request;

/**
 * Whether the client of a request that is not answered yet has hung up. Jetty does not look while a
 * handler works. Clients do not send on before they have their answer: whatever arrives is the end
 * of the connection, or TLS's farewell before it.
 */
final class ClientWatch {
  private final SocketChannel socket;

  ClientWatch(Request request) {
    this.socket = AnswerWriter.socket(request);
  }

  boolean gone() {
    try {
      return !socket.isOpen() || socket.read(ByteBuffer.allocate(1)) != 0;
    } catch (IOException e) {
      return true; // reset
    }
  }
}

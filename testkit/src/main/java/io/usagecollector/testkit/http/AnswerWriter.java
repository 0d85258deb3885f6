package io.usagecollector.testkit.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Carries an {@link ConnectionOutcome} out on the connection. Waiting ends at once when the server
 * stops.
 */
final class AnswerWriter {
  private final CountDownLatch stopping = new CountDownLatch(1);

  void stop() {
    stopping.countDown();
  }

  void deliver(ConnectionOutcome outcome, Request request, Response response, Callback callback) {
    try {
      switch (outcome) {
        case ConnectionOutcome.Whole whole -> send(whole.reply(), response, callback);
        case ConnectionOutcome.Slow slow -> sendSlowly(slow, response, callback);
        case ConnectionOutcome.Cut cut -> sendCut(cut, request, response, callback);
        case ConnectionOutcome.Silence silence -> {
          pause(silence.limit());
          socket(request).close();
          callback.failed(new IOException("told to give no answer"));
        }
        case ConnectionOutcome.Reset reset -> {
          reset(request);
          callback.failed(new IOException("told to reset the connection"));
        }
      }
    } catch (IOException e) {
      callback.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.failed(e);
    }
  }

  private static void send(Reply reply, Response response, Callback callback) {
    writeHead(reply, response);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  private void sendSlowly(ConnectionOutcome.Slow slow, Response response, Callback callback)
      throws IOException, InterruptedException {
    byte[] body = slow.reply().body();
    writeHead(slow.reply(), response);
    for (int from = 0; from < body.length; from += slow.bytes()) {
      pause(slow.pause());
      int length = Math.min(slow.bytes(), body.length - from);
      Content.Sink.write(response, false, ByteBuffer.wrap(body, from, length));
    }
    response.write(true, null, callback);
  }

  private static void sendCut(
      ConnectionOutcome.Cut cut, Request request, Response response, Callback callback)
      throws IOException {
    byte[] body = cut.reply().body();
    writeHead(cut.reply(), response);
    int length = Math.min(cut.bytes(), body.length);
    Content.Sink.write(response, false, ByteBuffer.wrap(body, 0, length));
    socket(request).close();
    callback.failed(new IOException("told to cut the answer"));
  }

  private static void writeHead(Reply reply, Response response) {
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    if (!reply.contentType().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
    }
    if (reply.status() != 204) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    }
  }

  private void pause(Duration duration) throws InterruptedException {
    stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Closing with a linger of zero drops what is queued and sends RST instead of FIN. */
  private static void reset(Request request) throws IOException {
    SocketChannel socket = socket(request);
    socket.setOption(StandardSocketOptions.SO_LINGER, 0);
    socket.close();
  }

  static SocketChannel socket(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    while (endPoint instanceof EndPoint.Wrapper wrapper) {
      endPoint = wrapper.unwrap(); // TLS sits on the socket's own end point
    }
    return ((SocketChannelEndPoint) endPoint).getChannel();
  }
}

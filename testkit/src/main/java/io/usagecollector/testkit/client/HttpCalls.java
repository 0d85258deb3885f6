package io.usagecollector.testkit.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Plain calls to one server: any method, any bytes, any answer. */
public final class HttpCalls implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final URI url;
  private final Map<String, String> headers;
  private final HttpClient http;

  /**
   * @param url {@code scheme://host[:port]}
   * @param headers what every call carries unless it says otherwise
   */
  public HttpCalls(URI url, Map<String, String> headers, SSLContext tls) {
    this.url = url;
    this.headers = Map.copyOf(headers);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(tls)
            .build();
  }

  public HttpAnswer get(String path) throws IOException {
    return send("GET", path, new byte[0], headers);
  }

  public HttpAnswer post(String path, byte[] body) throws IOException {
    return send("POST", path, body, headers);
  }

  public HttpAnswer delete(String path) throws IOException {
    return send("DELETE", path, new byte[0], headers);
  }

  /** The headers every call of this client carries. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Sends exactly these headers and bytes. */
  public HttpAnswer send(String method, String path, byte[] body, Map<String, String> sent)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(ANSWER)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    sent.forEach(request::setHeader);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

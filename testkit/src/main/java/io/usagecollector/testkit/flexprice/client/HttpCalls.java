package io.usagecollector.testkit.flexprice.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Plain calls to one server: any method, any bytes, any answer. */
public final class HttpCalls implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Access access;
  private final HttpClient http;

  public HttpCalls(Access access, SSLContext tls) {
    this.access = access;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(tls)
            .build();
  }

  public Access access() {
    return access;
  }

  public HttpAnswer get(String path) throws IOException {
    return send("GET", path, new byte[0], headers());
  }

  public HttpAnswer post(String path, byte[] body) throws IOException {
    return send("POST", path, body, headers());
  }

  public HttpAnswer delete(String path) throws IOException {
    return send("DELETE", path, new byte[0], headers());
  }

  /** The headers every call of this client carries: a content type and the key. */
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-api-key", access.apiKey());
    access.environmentId().ifPresent(id -> headers.put("X-Environment-ID", id));
    return headers;
  }

  /** Sends exactly these headers and bytes. */
  public HttpAnswer send(String method, String path, byte[] body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.url() + path))
            .timeout(ANSWER)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
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

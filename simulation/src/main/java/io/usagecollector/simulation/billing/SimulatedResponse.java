package io.usagecollector.simulation.billing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** An answer as the JDK's client hands it over, read by the caller's own body handler. */
record SimulatedResponse<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
    implements HttpResponse<T> {
  private record Head(int statusCode, HttpHeaders headers) implements ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  static <T> HttpResponse<T> of(
      HttpRequest request, ServiceReply.Answered reply, BodyHandler<T> handler) {
    HttpHeaders headers = HttpHeaders.of(reply.headers(), (name, value) -> true);
    BodySubscriber<T> reader = handler.apply(new Head(reply.status(), headers));
    reader.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        });
    reader.onNext(List.of(ByteBuffer.wrap(reply.body())));
    reader.onComplete();
    T body = reader.getBody().toCompletableFuture().join();
    return new SimulatedResponse<>(request, reply.status(), headers, body);
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}

package io.usagecollector.simulation.billing;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Collects the bytes that a request posts. */
final class PostedBytes implements Flow.Subscriber<ByteBuffer> {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private PostedBytes() {}

  static byte[] of(HttpRequest request) {
    var posted = new PostedBytes();
    request.bodyPublisher().ifPresent(body -> body.subscribe(posted));
    return posted.bytes.toByteArray();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    byte[] some = new byte[buffer.remaining()];
    buffer.get(some);
    bytes.write(some, 0, some.length);
  }

  @Override
  public void onError(Throwable fault) {
    throw new IllegalStateException("a request's bytes cannot be read", fault);
  }

  @Override
  public void onComplete() {}
}

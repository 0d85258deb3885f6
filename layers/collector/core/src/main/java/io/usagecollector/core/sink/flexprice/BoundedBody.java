package io.usagecollector.core.sink.flexprice;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the first bytes of a body; a longer one, which no service writes, is cut off. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private static final int LIMIT = 64 * 1024;

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  static BodyHandler<byte[]> handler() {
    return info -> new BoundedBody();
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::take);
    if (read.size() == LIMIT) {
      if (subscription != null) {
        subscription.cancel();
      }
      onComplete();
    }
  }

  private void take(ByteBuffer buffer) {
    byte[] bytes = new byte[Math.min(buffer.remaining(), LIMIT - read.size())];
    buffer.get(bytes);
    read.write(bytes, 0, bytes.length);
  }

  @Override
  public void onError(Throwable thrown) {
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    body.complete(read.toByteArray());
  }
}

package io.usagecollector.core.sink.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a length, and remembers the head of an answer whose body cannot be read: cut
 * off, or longer. Of one exchange.
 */
final class ReadBody implements BodyHandler<byte[]> {
  private final BodyHandler<byte[]> limited;
  private volatile @Nullable ResponseInfo head;

  ReadBody(int longest) {
    this.limited = BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest);
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    head = info;
    return limited.apply(info);
  }

  /** The answer without its body, if its head had come and only the body failed. */
  Optional<Reply> withoutBody(@Nullable Throwable fault) {
    ResponseInfo known = head;
    boolean bodyFailed = fault instanceof IOException && !(fault instanceof HttpTimeoutException);
    return known == null || !bodyFailed
        ? Optional.empty()
        : Optional.of(new Reply(known.statusCode(), known.headers(), Optional.empty()));
  }
}

package io.usagecollector.core.sink.http;

import java.util.concurrent.CompletableFuture;

/** For a service that asks for no key. */
final class NoCredential implements Credential {
  @Override
  public CompletableFuture<String> value() {
    return CompletableFuture.completedFuture("");
  }

  @Override
  public void renew() {}
}

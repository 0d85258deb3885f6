package io.usagecollector.simulation.function;

import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.simulation.billing.BillingService;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The API key as an instance keeps it: what the store held when it was fetched. */
final class FetchedKey implements Credential {
  private final BillingService service;
  private final FunctionProcess process;
  private @Nullable String kept;

  FetchedKey(BillingService service, FunctionProcess process) {
    this.service = service;
    this.process = process;
  }

  @Override
  public CompletableFuture<String> value() {
    String key = kept;
    if (key == null) {
      key = process.effect("fetch the API key", service::currentKey);
      kept = key;
    }
    return CompletableFuture.completedFuture(key);
  }

  @Override
  public void renew() {
    kept = null;
  }
}

package io.usagecollector.local.billing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service is asked to make, and what of it it cannot take. It may fail once at anything:
 * what it cannot take it fails at each time. Of one thread.
 */
public final class Attempts {
  private static final int MOST = 3;

  private final BillingService service;
  private final Map<String, String> notTaken = new HashMap<>();

  public Attempts(BillingService service) {
    this.service = service;
  }

  /** Makes it, unless it is known that the service cannot take it. */
  public void make(String what, Runnable make) {
    int attempt = 1;
    while (!notTaken.containsKey(what) && !made(what, make, attempt == MOST) && attempt < MOST) {
      attempt++;
    }
  }

  private boolean made(String what, Runnable make, boolean last) {
    try {
      service.askAbout(() -> {
        make.run();
        return what;
      });
      return true;
    } catch (NotTakenException e) {
      if (last) {
        notTaken.put(what, String.valueOf(e.getMessage()));
      }
      return false;
    }
  }

  /** Why the service cannot take it, if it was asked and cannot. */
  public Optional<String> notTaken(String what) {
    return Optional.ofNullable(notTaken.get(what));
  }
}

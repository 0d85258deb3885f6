package io.usagecollector.local.billing;

import io.usagecollector.testkit.client.BillingProblem;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * Tells a service that is away from one that refuses something. An answer of 5xx alone does not say
 * which it is: some ids make a service fail for ever that is well for all others.
 *
 * @param probe asks for something that any service that is well can tell
 */
public record BillingService(Runnable probe) {
  /** What is asked about one id or name, which the service may be unable to take. */
  public <T> T askAbout(Supplier<T> request) throws NotTakenException {
    try {
      return request.get();
    } catch (BillingProblem e) {
      if (e.isRefusedKey()) {
        throw e;
      }
      if (isNotThere(e) || (e.status() >= 500 && !isWell())) {
        throw new BillingAwayException(e);
      }
      throw new NotTakenException(e);
    } catch (UncheckedIOException e) {
      throw new BillingAwayException(e);
    }
  }

  /** What the service has of something, or why it cannot tell. */
  public Billed billed(Supplier<BigDecimal> units) {
    try {
      return new Billed.Total(askAbout(units));
    } catch (NotTakenException e) {
      return new Billed.Untold(String.valueOf(e.getMessage()));
    }
  }

  private boolean isWell() {
    try {
      probe.run();
      return true;
    } catch (BillingProblem | UncheckedIOException e) {
      return false;
    }
  }

  /** Nobody answered, or a proxy, or the service has no time: it was not asked at all. */
  private static boolean isNotThere(BillingProblem e) {
    return e.isUnanswered()
        || switch (e.status()) {
          case 429, 502, 503, 504 -> true;
          default -> false;
        };
  }
}

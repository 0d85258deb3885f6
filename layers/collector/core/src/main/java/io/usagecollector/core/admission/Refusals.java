package io.usagecollector.core.admission;

import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.core.delivery.admission.Admission;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a fault of ensuring means for the events of its customer. */
final class Refusals {
  /** Where nobody said when to ask again. */
  private static final Duration SOON = Duration.ofMinutes(1);

  /** As long as the guard leaves it alone. */
  private static final Duration ONCE_MENDED = Duration.ofMinutes(15);

  static final Admission NO_TIME =
      new Admission.NotNow("no time was left to ensure it", Duration.ZERO, false);

  static final Admission NOT_ENDED =
      new Admission.NotNow("ensuring it did not end in time", SOON, true);

  private Refusals() {}

  /** Of a fault. */
  static Admission of(EnsureFault fault) {
    String why = fault.kind().code() + ", " + fault.detail();
    Duration pause = fault.retryAfter().orElse(SOON);
    return switch (fault.kind()) {
      case CREDENTIALS_REFUSED, MISCONFIGURED, GUARD_AWAY -> new Admission.NobodyNow(why);
      case REJECTED, PLAN_NOT_FOUND, BILLING_SETUP, SUBJECT_CONFLICT ->
          new Admission.NotAsConfigured(why, fault.retryAfter().orElse(ONCE_MENDED));
      case THROTTLED, UNREACHABLE, BUSY -> new Admission.NotNow(why, pause, false);
      case CUSTOMER_GONE, UNKNOWN_OUTCOME -> new Admission.NotNow(why, pause, true);
    };
  }

  /** Of one whom no service can keep. */
  static Admission noKey(String why) {
    return new Admission.NotAsConfigured(why, ONCE_MENDED);
  }

  /** Of one whom this program failed on. */
  static Admission broken(@Nullable Throwable how) {
    String name = how == null ? "nobody knows" : how.getClass().getSimpleName();
    return new Admission.NotNow("ensuring it failed: " + name, SOON, true);
  }
}

package io.usagecollector.core.customer;

import java.time.Instant;
import java.util.Optional;

/**
 * A running subscription, whoever made it.
 *
 * @param id the service's own id
 * @param planKey the plan it really runs on, by the key people gave it
 * @param status as the service writes it, such as {@code active}
 * @param unbilledBefore events before this are not billed, though the first one known is older
 */
public record BillingSubscription(
    String id, String planKey, String status, Optional<Instant> unbilledBefore) {}

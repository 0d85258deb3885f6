package io.usagecollector.core.delivery;

import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.letter.Letters;

/**
 * Where what cannot be delivered now waits for another attempt.
 *
 * @param letters the queue
 * @param policy when it is tried again, and how often
 * @param outage whether it also takes what comes while the service is away for long
 */
public record RetryQueue(Letters letters, DeferralPolicy policy, Outage outage) {}

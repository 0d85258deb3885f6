package io.usagecollector.aws.assembly;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.sqs.SqsRetryQueue;
import io.usagecollector.core.delivery.RetryQueue;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.letter.ClaimStore;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the environment tells of what cannot be delivered now.
 *
 * @param queueUrl {@code RETRY_QUEUE_URL}
 * @param outage {@code OUTAGE}: {@code hold} or {@code defer}, what becomes of records while the
 *     billing service is away for long
 */
public record RetrySettings(String queueUrl, Outage outage) {

  static RetrySettings of(Variables environment) {
    return new RetrySettings(
        environment.required(
            "RETRY_QUEUE_URL",
            "give the URL of the SQS queue that takes what cannot be delivered now"),
        outage(environment.text("OUTAGE").orElse("hold")));
  }

  private static Outage outage(String text) {
    return switch (text) {
      case "hold" -> Outage.HOLD;
      case "defer" -> Outage.DEFER;
      default ->
          throw new IllegalArgumentException(
              "OUTAGE must be hold or defer: whether records stay in their topic while the billing"
                  + " service is away, or go to the retry queue");
    };
  }

  RetryQueue queue(Optional<ClaimStore> claims, AwsClients clients, InstantSource clock) {
    return new RetryQueue(
        SqsRetryQueue.in(queueUrl, claims, clients, clock), DeferralPolicy.DEFAULT, outage);
  }
}

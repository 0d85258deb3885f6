package io.usagecollector.aws.sqs;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Letters in an SQS queue that waits for people: one letter a message, or several messages where
 * one does not hold it.
 */
public final class SqsDeadLetters implements Letters {
  private final SqsClient sqs;
  private final String queueUrl;
  private final LargeLetters large;
  private final InstantSource clock;

  /**
   * @param claims takes what is too large for a message, where there is such a store
   */
  public SqsDeadLetters(
      SqsClient sqs, String queueUrl, Optional<ClaimStore> claims, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.large = new LargeLetters(claims);
    this.clock = clock;
  }

  /** In a queue of the account whose clients these are. */
  public static SqsDeadLetters in(
      String queueUrl, Optional<ClaimStore> claims, AwsClients clients, InstantSource clock) {
    return new SqsDeadLetters(clients.sqs(), queueUrl, claims, clock);
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    Receipts receipts = new Receipts(letters.size());
    SqsSender sender = new SqsSender(sqs, queueUrl, clock, timeout, receipts);
    for (int i = 0; i < letters.size(); i++) {
      for (String message : messages(letters.get(i), sender)) {
        sender.send(new Outgoing(message, 0, List.of(i)));
      }
    }
    sender.flush();
    return receipts.all();
  }

  private List<String> messages(Letter letter, SqsSender sender) {
    String body = Envelope.seal(letter).body();
    return body.length() <= Sqs.LONGEST ? List.of(body) : large.messages(letter, sender.left());
  }
}

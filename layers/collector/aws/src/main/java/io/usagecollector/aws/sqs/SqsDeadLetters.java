package io.usagecollector.aws.sqs;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Letters in an SQS queue that waits for people: one letter a message. */
public final class SqsDeadLetters implements Letters {
  private final SqsClient sqs;
  private final String queueUrl;
  private final InstantSource clock;

  public SqsDeadLetters(SqsClient sqs, String queueUrl, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.clock = clock;
  }

  /** In a queue of the account whose clients these are. */
  public static SqsDeadLetters in(String queueUrl, AwsClients clients, InstantSource clock) {
    return new SqsDeadLetters(clients.sqs(), queueUrl, clock);
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    Receipts receipts = new Receipts(letters.size());
    SqsSender sender = new SqsSender(sqs, queueUrl, clock, timeout, receipts);
    for (int i = 0; i < letters.size(); i++) {
      sender.send(new Outgoing(Envelope.seal(letters.get(i)).body(), 0, List.of(i)));
    }
    sender.flush();
    return receipts.all();
  }
}

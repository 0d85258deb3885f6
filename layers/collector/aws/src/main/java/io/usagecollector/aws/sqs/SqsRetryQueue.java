package io.usagecollector.aws.sqs;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.Bundle;
import io.usagecollector.core.letter.ClaimStore;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Letters in an SQS queue that hands them over again: several in one message, which stays out of
 * sight until the last of them may be tried. Those that share a message may be tried at nearly the
 * same time, so that none waits longer than about twice as long as it must.
 */
public final class SqsRetryQueue implements Letters {
  /** The longest {@code DelaySeconds}: what is later comes too early, and is put back. */
  private static final long LONGEST_DELAY = 900;

  private final SqsClient sqs;
  private final String queueUrl;
  private final LargeLetters large;
  private final InstantSource clock;

  /**
   * @param claims takes what is too large for a message, where there is such a store
   */
  public SqsRetryQueue(
      SqsClient sqs, String queueUrl, Optional<ClaimStore> claims, InstantSource clock) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.large = new LargeLetters(claims);
    this.clock = clock;
  }

  /** In a queue of the account whose clients these are. */
  public static SqsRetryQueue in(
      String queueUrl, Optional<ClaimStore> claims, AwsClients clients, InstantSource clock) {
    return new SqsRetryQueue(clients.sqs(), queueUrl, claims, clock);
  }

  @Override
  public List<Receipt> store(List<Letter> letters, Duration timeout) {
    Receipts receipts = new Receipts(letters.size());
    SqsSender sender = new SqsSender(sqs, queueUrl, clock, timeout, receipts);
    Instant now = clock.instant();
    for (List<Integer> some : byDelay(letters, now).values()) {
      int sent = 0;
      for (Bundle bundle : Bundle.pack(some.stream().map(letters::get).toList(), Sqs.LONGEST)) {
        int next = sent + bundle.letters().size();
        int delay = delay(bundle.letters(), now);
        for (String message : messages(bundle, sender)) {
          sender.send(new Outgoing(message, delay, some.subList(sent, next)));
        }
        sent = next;
      }
    }
    sender.flush();
    return receipts.all();
  }

  private List<String> messages(Bundle bundle, SqsSender sender) {
    return bundle.body().length() <= Sqs.LONGEST
        ? List.of(bundle.body())
        : large.messages(bundle.letters().getFirst(), sender.left());
  }

  /** Which letters may share messages: those whose delays have as many binary digits. */
  private static Map<Integer, List<Integer>> byDelay(List<Letter> letters, Instant now) {
    Map<Integer, List<Integer>> classes = new TreeMap<>();
    for (int i = 0; i < letters.size(); i++) {
      int digits = Integer.SIZE - Integer.numberOfLeadingZeros(delay(letters.get(i), now));
      classes.computeIfAbsent(digits, none -> new ArrayList<>()).add(i);
    }
    return classes;
  }

  private static int delay(List<Letter> letters, Instant now) {
    return letters.stream().mapToInt(letter -> delay(letter, now)).max().orElse(0);
  }

  /** Whole seconds, rounded up. */
  private static int delay(Letter letter, Instant now) {
    Duration wait = Duration.between(now, letter.attempts().notBefore()).plusNanos(999_999_999);
    return (int) Math.clamp(wait.toSeconds(), 0, LONGEST_DELAY);
  }
}

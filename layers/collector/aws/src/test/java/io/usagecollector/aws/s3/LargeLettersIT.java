package io.usagecollector.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.sqs.SqsDeadLetters;
import io.usagecollector.aws.sqs.SqsRetryQueue;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Attempts;
import io.usagecollector.core.letter.Claim;
import io.usagecollector.core.letter.ClaimStore.Withdrawal;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Message;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.letter.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Letters larger than a message over the services' own protocols: SQS and S3 of LocalStack. */
@TestInstance(Lifecycle.PER_CLASS)
class LargeLettersIT {
  private static final String BUCKET = "letters-of-a-test";
  private static final Duration TIME = Duration.ofSeconds(20);

  private final byte[] noise = new byte[2_000_000];
  private LocalStack aws;
  private S3Client s3;
  private SqsClient sqs;

  @BeforeAll
  void start() {
    aws = LocalStack.start();
    s3 = aws.client(S3Client.builder());
    sqs = aws.client(SqsClient.builder());
    s3.createBucket(bucket -> bucket.bucket(BUCKET));
    new Random(37).nextBytes(noise);
  }

  @AfterAll
  void stop() {
    if (aws != null) {
      aws.close();
    }
  }

  private String queue(String name) {
    return sqs.createQueue(queue ->
            queue
                .queueName(name)
                .attributes(java.util.Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1048576")))
        .queueUrl();
  }

  private S3ClaimStore store(String bucket) {
    return new S3ClaimStore(() -> s3, bucket);
  }

  private Letter letter(Instant at) {
    return new Letter(
        new Origin(new StreamId("s"), "flexprice", "v"),
        new SourceRecord(new Coordinates("t", 0, 7), 1, null, noise, List.of()),
        0,
        Optional.empty(),
        Reason.of(Reason.Kind.MAPPING_FAULT, "why"),
        Attempts.first(at, false),
        at);
  }

  private List<Message> messages(String queueUrl) {
    List<Message> all = new ArrayList<>();
    for (var page = receive(queueUrl); !page.isEmpty(); page = receive(queueUrl)) {
      page.forEach(message -> all.add(Message.read(message.body())));
    }
    return all;
  }

  private List<software.amazon.awssdk.services.sqs.model.Message> receive(String queueUrl) {
    return sqs.receiveMessage(
            request -> request.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  private int objects() {
    return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().size();
  }

  private void assertOpens(Message opened) {
    assertThat(((Message.Whole) opened).letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.record().value()).isEqualTo(noise));
  }

  @Test
  void theContentLiesInTheBucketOnceHoweverOftenTheLetterIsWritten() {
    String url = queue("dead");
    S3ClaimStore store = store(BUCKET);
    Letters letters = new SqsDeadLetters(sqs, url, Optional.of(store), InstantSource.system());
    int before = objects();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(letters.store(List.of(letter(now)), TIME)).containsOnly(new Receipt.Stored());
    assertThat(letters.store(List.of(letter(now.plusSeconds(60))), TIME))
        .containsOnly(new Receipt.Stored());
    assertThat(objects()).isEqualTo(before + 1);
    List<Message> messages = messages(url);
    assertThat(messages).hasSize(2);
    for (Message message : messages) {
      Message.Claimed claimed = (Message.Claimed) message;
      Withdrawal found = store.fetch(claimed.claim(), TIME);
      assertOpens(claimed.open(((Withdrawal.Found) found).content()));
    }
  }

  @Test
  void whereTheBucketIsGoneTheLetterGoesInParts() {
    String url = queue("retry");
    Letters letters =
        new SqsRetryQueue(sqs, url, Optional.of(store("no-such-bucket")), InstantSource.system());
    assertThat(letters.store(List.of(letter(Instant.EPOCH)), TIME))
        .containsOnly(new Receipt.Stored());
    Assembler<Integer> assembler = new Assembler<>();
    messages(url)
        .forEach(message -> {
          Message.Part part = (Message.Part) message;
          assembler.add(part.slice().number(), part);
        });
    assertThat(assembler.incomplete()).isEmpty();
    assertThat(assembler.assembled()).hasSize(1);
    assertOpens(assembler.assembled().getFirst().result());
  }

  @Test
  void anObjectThatIsNotThereIsMissing() {
    assertThat(store(BUCKET).fetch(new Claim(BUCKET, "letters/none", "h", 1), TIME))
        .isEqualTo(new Withdrawal.Missing("the bucket answered 404 NoSuchKey"));
  }
}

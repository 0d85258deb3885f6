package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A record whose letter no message holds stops nothing, and is a letter all the same. */
class LargeValueTest {
  @TempDir Path directory;
  private LocalParts parts;

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private final byte[] noise = new byte[850_000];
  private final Map<String, byte[]> objects = new HashMap<>();

  /** A bucket in memory, which takes what is put there. */
  private final class Bucket implements S3Client {
    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
      try (InputStream content = body.contentStreamProvider().newStream()) {
        objects.put(request.bucket() + "/" + request.key(), content.readAllBytes());
        return PutObjectResponse.builder().build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }

  private AwsClients clients() {
    return new AwsClients(
        SqsClient::create,
        () -> {
          throw new AssertionError("the key of this configuration is no secret of the account");
        },
        () -> {
          throw new AssertionError("no table is configured");
        },
        Bucket::new);
  }

  private BatchReport forward() throws IOException {
    new Random(37).nextBytes(noise);
    byte[] event = Calls.good(10).andValue(noise).andGood(10).event();
    return Wiring.started(parts.environment, this::clients)
        .get()
        .forward(
            KafkaEventReader.read(new ByteArrayInputStream(event)),
            new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
            WHOLE_BATCH);
  }

  private void assertAllIsSettled(BatchReport report) {
    assertThat(report.tally()).isEqualTo(Tallies.tally(21, 20, 0, 1, 0));
    assertThat(report.alarms()).isEmpty();
  }

  private void assertIsTheRecord(Message opened) {
    assertThat(((Message.Whole) opened).letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.record().at()).isEqualTo(new Coordinates("t", 0, 10));
          assertThat(letter.record().value()).isEqualTo(noise);
        });
  }

  @Test
  void aValueThatNoMappingReadsAndNothingCompressesIsALetterInPartsAndItsNeighboursGoOn()
      throws IOException {
    assertAllIsSettled(forward());
    Assembler<String> assembler = new Assembler<>();
    for (String body : parts.queue.messages) {
      assertThat(body.length()).isLessThanOrEqualTo(1_048_576);
      assembler.add(body, (Message.Part) Message.read(body));
    }
    assertThat(assembler.assembled()).hasSize(1);
    assertIsTheRecord(assembler.assembled().getFirst().result());
    assertThat(objects).isEmpty();
  }

  @Test
  void orOneThatClaimsItsContentWhereThereIsABucket() throws IOException {
    parts.with("LETTER_BUCKET", "letters-bucket");
    assertAllIsSettled(forward());
    assertThat(parts.queue.messages).hasSize(1);
    Message.Claimed claimed = (Message.Claimed) Message.read(parts.queue.messages.getFirst());
    byte[] content = objects.get("letters-bucket/" + claimed.claim().object());
    assertThat(content).isNotNull();
    assertIsTheRecord(claimed.open(content));
  }
}

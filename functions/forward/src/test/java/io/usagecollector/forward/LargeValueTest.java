package io.usagecollector.forward;

import static io.usagecollector.core.delivery.outcome.Acknowledger.WHOLE_BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.kafka.KafkaEventReader;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Assembler;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.core.letter.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private Letter letter() {
    Assembler<String> assembler = new Assembler<>();
    for (String body : parts.queue.messages) {
      assertThat(body.length()).isLessThanOrEqualTo(1_048_576);
      assembler.add(body, (Message.Part) Message.read(body));
    }
    assertThat(assembler.assembled()).hasSize(1);
    return ((Message.Whole) assembler.assembled().getFirst().result()).letters().getFirst();
  }

  @Test
  void aValueThatNoMappingReadsAndNothingCompressesIsALetterAndItsNeighboursGoOn()
      throws IOException {
    byte[] noise = new byte[850_000];
    new Random(37).nextBytes(noise);
    byte[] event = Calls.good(10).andValue(noise).andGood(10).event();
    BatchReport report =
        parts
            .forwarder()
            .get()
            .forward(
                KafkaEventReader.read(new ByteArrayInputStream(event)),
                new TimeBudget(InstantSource.system(), Duration.ofSeconds(30)),
                WHOLE_BATCH);
    assertThat(report.tally()).isEqualTo(Tallies.tally(21, 20, 0, 1, 0));
    assertThat(report.alarms()).isEmpty();
    assertThat(letter().record().at()).isEqualTo(new Coordinates("t", 0, 10));
    assertThat(letter().record().value()).isEqualTo(noise);
  }
}

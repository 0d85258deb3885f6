package io.usagecollector.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.assembly.UnusableConfigurationException;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.letter.Envelope;
import io.usagecollector.core.letter.Letter;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForwardHandlerTest {
  private static final InvocationContext DIRECT = InvocationContext.of("request-1", 20_000);
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

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

  private static byte[] event(String name) throws IOException {
    return Files.readAllBytes(LocalParts.ROOT.resolve("events/" + name + ".json"));
  }

  private static String invoke(ForwardHandler handler, byte[] event) throws IOException {
    return invoke(handler, event, DIRECT);
  }

  private static String invoke(ForwardHandler handler, byte[] event, InvocationContext context)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), out, context);
    return out.toString(UTF_8);
  }

  @Test
  void aSettledBatchFailsNothing() throws IOException {
    assertThat(invoke(parts.handler(), event("msk-two-partitions"))).isEqualTo(NOTHING_FAILED);
    assertThat(parts.queue.messages).isEmpty();
  }

  @Test
  void aBadRecordIsDeadLetteredWholeAndItsNeighbourAccepted() throws IOException {
    assertThat(invoke(parts.handler(), event("msk-not-json"))).isEqualTo(NOTHING_FAILED);
    Letter letter = Envelope.open(parts.queue.messages.getFirst());
    assertThat(letter.record().at()).isEqualTo(new Coordinates("vapi-usage-events", 0, 50));
    assertThat(letter.record().value()).asString(UTF_8).isEqualTo("duration=120");
    assertThat(letter.origin().stream().value()).startsWith("arn:aws:kafka:");
    assertThat(parts.queue.messages.getFirst()).doesNotContain(parts.flexprice.apiKey());
  }

  @Test
  void aHeldRecordFailsTheInvocationSinceAListWouldBeIgnored() {
    parts.queue.refusing = true;
    assertThatThrownBy(() -> invoke(parts.handler(), event("msk-not-json")))
        .isInstanceOf(HeldRecordsException.class)
        .hasMessage(
            "1 of 2 records are held, so the batch must come again: vapi-usage-events/0/50 (1"
                + " record): its dead letter could not be stored: the queue refused it:"
                + " InternalError")
        .hasNoCause();
  }

  @Test
  void aHeldRecordIsListedAloneWhereTheListIsRead() throws IOException {
    parts.queue.refusing = true;
    assertThat(invoke(parts.with("PARTIAL_RESPONSES", "true").handler(), event("msk-not-json")))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":{\"partition\":\"vapi-usage-events-0\","
                + "\"offset\":50}}]}");
  }

  @Test
  void oneFunctionListsOrFailsByTheAliasThatItsTriggerComesThrough() throws IOException {
    parts.queue.refusing = true;
    ForwardHandler handler = parts.with("PARTIAL_RESPONSES", "alias:lists").handler();
    assertThat(invoke(handler, event("msk-not-json"), DIRECT.through("lists")))
        .contains("\"offset\":50");
    assertThatThrownBy(() -> invoke(handler, event("msk-not-json"), DIRECT.through("live")))
        .isInstanceOf(HeldRecordsException.class);
    assertThatThrownBy(() -> invoke(handler, event("msk-not-json")))
        .isInstanceOf(HeldRecordsException.class);
  }

  @Test
  void aWrongKeyHoldsEverythingDeadLettersNothingAndCallsTwice() {
    ForwardHandler handler = parts.with("FLEXPRICE_API_KEY", "sk_wrong").handler();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> invoke(handler, event("msk-not-json")))
          .isInstanceOf(HeldRecordsException.class)
          .hasMessageStartingWith("2 of 2 records are held")
          .hasMessageNotContaining("sk_wrong");
    }
    assertThat(parts.queue.messages).isEmpty();
    assertThat(parts.flexprice.requests().ingests()).hasSize(2);
  }

  @Test
  void aStreamIdThatIsGivenTakesTheClustersPlace() throws IOException {
    ForwardHandler handler = parts.with("STREAM_ID", "vapi").handler();
    assertThat(invoke(handler, event("self-managed-kafka"))).isEqualTo(NOTHING_FAILED);
  }

  @Test
  void anUnusableConfigurationFailsEveryInvocationInTheSameWords() throws IOException {
    Files.writeString(Path.of(parts.environment.get("PIPELINE_FILE")), "pipelin: {}\n");
    ForwardHandler handler = parts.handler();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> invoke(handler, event("msk-batch")))
          .isInstanceOf(UnusableConfigurationException.class)
          .hasMessageStartingWith("pipeline.yaml:1:1: ");
    }
  }

  @Test
  void aSettingThatIsMissingFailsEveryInvocation() {
    ForwardHandler handler = new ForwardHandler(Wiring.started(Map.of(), AwsClients::standard));
    assertThatThrownBy(() -> invoke(handler, event("msk-batch")))
        .hasMessageStartingWith("DEAD_LETTER_QUEUE_URL is not set");
  }

  @Test
  void whileASnapshotIsMadeAnUnusableConfigurationFailsTheDeploy() {
    assertThatThrownBy(() ->
            Wiring.started(
                Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), AwsClients::standard))
        .isInstanceOf(UnusableConfigurationException.class);
  }

  @Test
  void whatIsNoKafkaEventFailsAndQuotesNothing() {
    assertThatThrownBy(() -> invoke(parts.handler(), event("sqs-not-kafka")))
        .hasMessageStartingWith("not a Kafka event")
        .hasMessageNotContaining("hello");
  }
}

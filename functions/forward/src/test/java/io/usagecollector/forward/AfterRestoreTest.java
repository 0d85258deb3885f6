package io.usagecollector.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a snapshot must not hold is made with the first invocation, and once. */
class AfterRestoreTest {
  @TempDir Path directory;
  private LocalParts parts;
  private final List<String> made = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    parts = new LocalParts(directory);
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  private AwsClients clients() {
    made.add("clients");
    return new AwsClients(
        noted("sqs", SqsClient::create),
        noted("secrets", this::noSecrets),
        noted("dynamodb", this::noTable),
        noted("s3", this::noBucket));
  }

  private <T> Supplier<T> noted(String what, Supplier<T> maker) {
    return () -> {
      made.add(what);
      return maker.get();
    };
  }

  private SecretsManagerClient noSecrets() {
    throw new AssertionError("the key of this configuration is no secret of the account");
  }

  private S3Client noBucket() {
    throw new AssertionError("no letter is too large");
  }

  private DynamoDbClient noTable() {
    throw new AssertionError("no table is configured");
  }

  private void invoke(ForwardHandler handler) throws IOException {
    byte[] event = Files.readAllBytes(LocalParts.ROOT.resolve("events/msk-not-json.json"));
    handler.handleRequest(
        new ByteArrayInputStream(event),
        new ByteArrayOutputStream(),
        InvocationContext.of("request-1", 20_000));
  }

  @Test
  void clientsAreMadeOnceWithTheFirstInvocationAndOnlyThoseThatAreNeeded() throws IOException {
    var handler = new ForwardHandler(Wiring.started(parts.environment, this::clients));
    assertThat(made).isEmpty();
    invoke(handler);
    invoke(handler);
    assertThat(made).containsExactly("clients", "sqs");
  }
}

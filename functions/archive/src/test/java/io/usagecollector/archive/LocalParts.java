package io.usagecollector.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.letter.steps.Step;
import io.usagecollector.core.letter.steps.StepJson;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue and a bucket, and the function over both. */
final class LocalParts {
  static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/dead-letters";

  final Interruption interruption = new Interruption();
  final VirtualQueue queue = new VirtualQueue(interruption);
  final MemoryBucket bucket = new MemoryBucket(interruption);
  final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "DEAD_LETTER_QUEUE_URL", QUEUE,
              "LETTER_BUCKET", "letters",
              "ARCHIVE_AFTER_DAYS", "4"));

  AwsClients clients() {
    return clients(queue, bucket);
  }

  static AwsClients clients(SqsClient sqs, MemoryBucket bucket) {
    return new AwsClients(
        () -> sqs,
        () -> {
          throw new IllegalStateException("the archive function asks no secret");
        },
        () -> {
          throw new IllegalStateException("the archive function shares no state");
        },
        () -> bucket);
  }

  /** Runs the function to its end, with a quarter of an hour; what it answers. */
  String run() {
    return run(900_000);
  }

  String run(int milliseconds) {
    return invoke(
        new ArchiveHandler(environment, clients(), InstantSource.fixed(queue.now)), milliseconds);
  }

  static String invoke(ArchiveHandler handler, int milliseconds) {
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(new byte[0]),
          out,
          InvocationContext.of("request-1", milliseconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  /** The process ends there, and another one begins when what it held is in sight again. */
  void runKilledAt(int call, boolean afterIt) {
    interruption.at(call, afterIt);
    try {
      run();
    } catch (Interruption.Killed expected) {
      assertThat(interruption.hasKilled()).isTrue();
    }
    interruption.never();
    queue.now = queue.now.plusSeconds(301);
  }

  /** What an object says, line by line. */
  static List<Step> steps(byte[] object) {
    return new String(object, UTF_8)
        .lines()
        .map(line -> StepJson.read(line.getBytes(UTF_8)))
        .toList();
  }

  /** The messages that lie in the bucket, by their ids. */
  Set<String> archived() {
    return bucket.objects.entrySet().stream()
        .filter(object -> object.getKey().startsWith("archive/"))
        .flatMap(object -> read(steps(object.getValue())))
        .collect(Collectors.toSet());
  }

  private static Stream<String> read(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            step instanceof Step.Read(String id, Instant _, String _)
                ? Stream.of(id)
                : Stream.empty());
  }
}

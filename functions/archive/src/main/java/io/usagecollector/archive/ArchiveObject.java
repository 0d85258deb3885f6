package io.usagecollector.archive;

import io.usagecollector.aws.sqs.QueueIdentity;
import io.usagecollector.core.letter.steps.Step;
import io.usagecollector.core.letter.steps.StepJson;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Letters as one object of the bucket: a file as {@code dead-letters export} writes it, all of
 * whose letters the queue no longer holds. The same letters make the same bytes under the same key,
 * in whatever order they were received.
 *
 * @param key {@code archive/DAY/SHA256.jsonl}, the day (UTC) on which the oldest came into the
 *     queue
 * @param content not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
record ArchiveObject(String key, byte[] content) {
  /**
   * Of some letters.
   *
   * @param letters one or more
   */
  static ArchiveObject of(URI queue, List<Kept> letters) {
    List<Kept> sorted =
        letters.stream()
            .sorted(
                Comparator.<Kept, java.time.Instant>comparing(kept -> kept.message().sent())
                    .thenComparing(kept -> kept.message().id()))
            .toList();
    var bytes = new ByteArrayOutputStream();
    line(new Step.Queue(QueueIdentity.of(queue), queue.toString(), Optional.empty()), bytes);
    sorted.forEach(kept -> kept.steps().forEach(step -> line(step, bytes)));
    line(new Step.Missed(sorted.stream().map(kept -> kept.message().id()).toList()), bytes);
    byte[] content = bytes.toByteArray();
    LocalDate day = LocalDate.ofInstant(sorted.getFirst().message().sent(), ZoneOffset.UTC);
    return new ArchiveObject("archive/%s/%s.jsonl".formatted(day, sha256(content)), content);
  }

  private static void line(Step step, ByteArrayOutputStream bytes) {
    bytes.writeBytes(StepJson.write(step));
    bytes.write('\n');
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

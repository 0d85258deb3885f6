package io.usagecollector.archive;

import io.usagecollector.aws.assembly.Variables;
import java.net.URI;
import java.time.Duration;

/**
 * What the environment tells the archive function.
 *
 * @param queue {@code DEAD_LETTER_QUEUE_URL}
 * @param bucket {@code LETTER_BUCKET}
 * @param age {@code ARCHIVE_AFTER_DAYS}: how long a letter waits in the queue for a person
 */
record Settings(URI queue, String bucket, Duration age) {
  /** A queue keeps a letter for fourteen days, and a run may fail, and the next one too. */
  private static final long MOST_DAYS = 4;

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for one that is missing or cannot be meant
   */
  static Settings of(Variables environment) {
    return new Settings(
        URI.create(
            environment.required(
                "DEAD_LETTER_QUEUE_URL",
                "give the URL of the SQS queue that dead letters wait in")),
        environment.required("LETTER_BUCKET", "give the name of the bucket that keeps letters"),
        days(
            environment.required(
                "ARCHIVE_AFTER_DAYS", "give the days that a letter waits in the queue")));
  }

  private static Duration days(String text) {
    if (text.matches("[1-9]") && Long.parseLong(text) <= MOST_DAYS) {
      return Duration.ofDays(Long.parseLong(text));
    }
    throw new IllegalArgumentException(
        "ARCHIVE_AFTER_DAYS must be a whole number of days from 1 to " + MOST_DAYS);
  }
}

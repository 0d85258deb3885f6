package io.usagecollector.aws.dynamodb;

/** The table did not answer, or not as it should. Its message says why, and is safe to log. */
final class AwayException extends Exception {
  AwayException(String why) {
    super(why, null, false, false);
  }
}

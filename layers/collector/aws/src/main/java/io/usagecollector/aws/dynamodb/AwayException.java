package io.usagecollector.aws.dynamodb;

/** The table did not answer, or not as it should. */
final class AwayException extends Exception {
  private final String why;

  /**
   * @param why safe to log
   */
  AwayException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}

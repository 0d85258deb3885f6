package io.usagecollector.archive;

/** Letters that are old enough were not archived, or may not have been met: somebody must look. */
final class LeftBehindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeftBehindException(int archived) {
    super(
        archived
            + " messages were archived, and others stay in the queue, which forgets them: there was"
            + " no time for them, or what they claim was not reached. Invoke the function again");
  }
}

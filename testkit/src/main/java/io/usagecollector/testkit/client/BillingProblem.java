package io.usagecollector.testkit.client;

/** An answer that was not the expected one. Quotes the server's words, never the key. */
public final class BillingProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 500;

  private final int status;
  private final boolean unanswered;

  public BillingProblem(String request, HttpAnswer answer) {
    super(
        "%s was answered %d: %s"
            .formatted(
                request,
                answer.status(),
                answer.body().substring(0, Math.min(QUOTED, answer.body().length()))));
    this.status = answer.status();
    this.unanswered = !answer.body().isBlank() && !answer.json().isObject();
  }

  public BillingProblem(String request, String why) {
    super(request + ": " + why);
    this.status = 0;
    this.unanswered = false;
  }

  public BillingProblem(String request, Exception cause) {
    super(request + " got no answer: " + cause, cause);
    this.status = 0;
    this.unanswered = true;
  }

  /** The HTTP status, or 0 when there was no answer to blame. */
  public int status() {
    return status;
  }

  /** Whether nobody answered, or somebody in front of the service, such as a proxy. */
  public boolean isUnanswered() {
    return unanswered;
  }

  /** Whether it is the key that was refused, whatever was asked. */
  public boolean isRefusedKey() {
    return !unanswered && (status == 401 || status == 403);
  }
}

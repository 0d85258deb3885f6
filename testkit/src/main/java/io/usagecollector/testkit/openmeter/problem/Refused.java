package io.usagecollector.testkit.openmeter.problem;

/** Ends a request with the server's refusal. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refused(Problem problem) {
    super("refused with " + problem.status());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}

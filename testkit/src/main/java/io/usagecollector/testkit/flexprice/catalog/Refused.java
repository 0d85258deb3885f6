package io.usagecollector.testkit.flexprice.catalog;

/** Ends a request with a {@link ApiProblem}. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiProblem problem;

  public Refused(ApiProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public ApiProblem problem() {
    return problem;
  }
}

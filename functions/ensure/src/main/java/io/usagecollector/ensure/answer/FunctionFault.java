package io.usagecollector.ensure.answer;

/** Why the function itself cannot answer. */
public enum FunctionFault {
  NOT_CONFIGURED("not_configured", "this function cannot work as it is set up: its log says why"),
  NOT_READY("not_ready", "a part that this function needs does not answer: see checks"),
  UNEXPECTED("unexpected_fault", "this function failed: its log says where. Asking again is safe");

  /** Not now, whichever it is. */
  public static final int STATUS = 503;

  private final String code;
  private final String sentence;

  FunctionFault(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}

package io.usagecollector.ensure.request;

/** What is wrong with a request, before anybody is looked for. */
public enum RequestFault {
  NOT_FOUND(404, "not_found", "there is nothing at this path"),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "this path is not called with this method"),
  BODY_TOO_LARGE(413, "body_too_large", "a body has at most 16384 bytes"),
  BODY_UNREADABLE(400, "invalid_body", "the body is not what it is said to be, UTF-8 text"),
  NOT_JSON(
      400,
      "invalid_json",
      "the body must be a JSON object whose names of a customer are strings and whose data is an"
          + " object");

  /** The most bytes that a body may have. */
  public static final int MOST_BYTES = 16_384;

  private final int status;
  private final String code;
  private final String sentence;

  RequestFault(int status, String code, String sentence) {
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }

  public int status() {
    return status;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  /** For people, without anything of what was sent. */
  public String sentence() {
    return sentence;
  }
}

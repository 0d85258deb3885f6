package io.usagecollector.core.sink.http.meaning;

import io.usagecollector.core.sink.Answer;

/** The columns of the table of answers. Each becomes the {@link Answer} of its name. */
public enum Meaning {
  /** {@link Answer.Accepted}. */
  ACCEPTED,
  /** {@link Answer.Invalid}. */
  INVALID,
  /** {@link Answer.Unauthorized}. */
  UNAUTHORIZED,
  /** {@link Answer.Forbidden}. */
  FORBIDDEN,
  /** {@link Answer.Misconfigured}. */
  MISCONFIGURED,
  /** {@link Answer.Throttled}. */
  THROTTLED,
  /** {@link Answer.Transient}. */
  TRANSIENT,
  /** {@link Answer.Unknown}. */
  UNKNOWN
}

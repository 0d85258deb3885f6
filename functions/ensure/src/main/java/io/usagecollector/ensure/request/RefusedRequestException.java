package io.usagecollector.ensure.request;

/** A request that cannot be worked on. */
public final class RefusedRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final RequestFault fault;

  public RefusedRequestException(RequestFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  public RequestFault fault() {
    return fault;
  }
}

package io.usagecollector.ensure.http;

import java.util.Arrays;
import java.util.Optional;

/** What can be called. */
public enum Route {
  ENSURE("POST", "/ensure"),
  HEALTH("GET", "/health"),
  READY("GET", "/ready");

  private final String method;
  private final String path;

  Route(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** What lies at a path, whatever is asked of it. */
  public static Optional<Route> at(String path) {
    return Arrays.stream(values()).filter(route -> route.path.equals(path)).findFirst();
  }
}

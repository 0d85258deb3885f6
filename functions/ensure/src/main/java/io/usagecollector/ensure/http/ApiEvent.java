package io.usagecollector.ensure.http;

import io.usagecollector.aws.MalformedEventException;
import org.jspecify.annotations.Nullable;

/** What was read of an event so far, of whichever payload it is. For one thread. */
final class ApiEvent {
  private static final String NO_STAGE = "$default";

  @Nullable String version;
  @Nullable String routeKey;
  @Nullable String rawPath;
  @Nullable String httpMethod;
  @Nullable String resource;
  @Nullable String path;
  @Nullable String body;
  @Nullable String stage;
  @Nullable String method;
  boolean base64;

  /**
   * The request, whole.
   *
   * @throws MalformedEventException if it is neither payload's
   */
  HttpRequest request() {
    String text = body == null ? "" : body;
    String verb = method;
    String raw = rawPath;
    if ("2.0".equals(version) && verb != null && raw != null) {
      return new HttpRequest(verb, path(routed(routeKey), unstaged(raw)), text, base64);
    }
    verb = httpMethod;
    raw = path;
    if (verb != null && raw != null) {
      return new HttpRequest(verb, path(resource, raw), text, base64);
    }
    throw new MalformedEventException(
        "not an event of API Gateway: it has neither payload's method and path. Is the function"
            + " called by an HTTP API or a REST API?");
  }

  /** What a route names exactly is the path, whatever stands before it in a caller's URL. */
  private static String path(@Nullable String route, String called) {
    return route == null || !route.startsWith("/") || route.indexOf('{') >= 0 ? called : route;
  }

  /** The path of {@code METHOD /path}. */
  private static @Nullable String routed(@Nullable String key) {
    int blank = key == null ? -1 : key.indexOf(' ');
    return key == null || blank < 0 ? null : key.substring(blank + 1);
  }

  private String unstaged(String raw) {
    String prefix = "/" + stage;
    return stage == null || stage.equals(NO_STAGE) || !raw.startsWith(prefix + "/")
        ? raw
        : raw.substring(prefix.length());
  }
}

package io.usagecollector.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One endpoint.
 *
 * @param entity what a key must be allowed to write, or empty when no role is asked for
 */
public record Route(String method, List<String> pattern, Optional<String> entity, Action action) {

  /** Does what the endpoint is for. */
  @FunctionalInterface
  public interface Action {
    Reply answer(Call call);
  }

  public static Route read(String method, String path, Action action) {
    return new Route(method, segments(path), Optional.empty(), action);
  }

  public static Route write(String method, String path, String entity, Action action) {
    return new Route(method, segments(path), Optional.of(entity), action);
  }

  /** A path, which starts with a slash, by its segments. */
  public static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The values of the pattern's {@code *} segments, or empty when the path is another. */
  public Optional<List<String>> match(String requestMethod, List<String> path) {
    if (!method.equals(requestMethod) || pattern.size() != path.size()) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.get(i).equals("*") && !path.get(i).isEmpty()) {
        parameters.add(path.get(i));
      } else if (!pattern.get(i).equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}

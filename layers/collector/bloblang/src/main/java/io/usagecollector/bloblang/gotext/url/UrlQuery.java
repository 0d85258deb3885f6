package io.usagecollector.bloblang.gotext.url;

import io.usagecollector.bloblang.gotext.GoException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Go's {@code url.ParseQuery}. */
public final class UrlQuery {
  private UrlQuery() {}

  /**
   * Every key with its values, in order.
   *
   * @throws GoException for an invalid escape or a semicolon; the error Go would name after reading
   *     everything
   */
  public static Map<String, List<String>> parse(String query) throws GoException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    GoException failure = null;
    for (String pair : query.split("&", -1)) {
      if (pair.indexOf(';') >= 0) {
        failure = new GoException("invalid semicolon separator in query");
      } else if (!pair.isEmpty()) {
        GoException wrong = add(values, pair);
        failure = failure == null ? wrong : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return values;
  }

  private static @Nullable GoException add(Map<String, List<String>> values, String pair) {
    int equals = pair.indexOf('=');
    try {
      String key = UrlEscape.unescapeQuery(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : UrlEscape.unescapeQuery(pair.substring(equals + 1));
      values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
      return null;
    } catch (GoException e) {
      return e;
    }
  }
}

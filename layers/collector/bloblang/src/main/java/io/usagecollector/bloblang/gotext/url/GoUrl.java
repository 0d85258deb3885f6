package io.usagecollector.bloblang.gotext.url;

import io.usagecollector.bloblang.gotext.GoException;
import org.jspecify.annotations.Nullable;

/**
 * A URL in Go's parts.
 *
 * @param user the user's name, or null without user information
 * @param password the password, or null without one
 * @param rawPath the path as written where escaping {@code path} would not give it back, else
 *     empty; the raw fragment likewise
 */
public record GoUrl(
    String scheme,
    String opaque,
    @Nullable String user,
    @Nullable String password,
    String host,
    String path,
    String rawPath,
    String rawQuery,
    String fragment,
    String rawFragment) {
  /**
   * Go's {@code url.Parse}.
   *
   * @throws GoException {@code parse "url": ...}
   */
  public static GoUrl parse(String url) throws GoException {
    return new UrlReader(url).read();
  }
}

package io.usagecollector.cli.ensure;

import io.usagecollector.cli.terminal.UnusableInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an ensure function is called.
 *
 * @param endpoint what {@code POST} goes to
 * @param region nothing where calls are not signed
 */
public record ApiAddress(URI endpoint, Optional<String> region) {
  private static final Pattern GATEWAY =
      Pattern.compile("[a-z0-9]+\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

  /**
   * Of the API's URL, a stage at its end or none.
   *
   * @param named a region that somebody named
   * @throws UnusableInputException if it is no such URL
   */
  static ApiAddress parse(String url, Optional<String> named) {
    URI api = uri(url);
    if (named.filter(region -> !REGION.matcher(region).matches()).isPresent()) {
      throw new UnusableInputException("--region must be a region's name, such as eu-central-1");
    }
    Matcher gateway = GATEWAY.matcher(api.getHost());
    Optional<String> region =
        named.or(() -> gateway.matches() ? Optional.of(gateway.group(1)) : Optional.empty());
    if (region.isPresent() && !api.getScheme().equals("https") && !isHere(api)) {
      throw new UnusableInputException("--url must begin with https:// where the call is signed");
    }
    String path = api.getRawPath().replaceFirst("/+$", "");
    return new ApiAddress(api.resolve(path + "/ensure"), region);
  }

  private static boolean isHere(URI api) {
    return api.getHost().equals("127.0.0.1") || api.getHost().equals("localhost");
  }

  private static URI uri(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!http
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawQuery() != null
          || uri.getRawFragment() != null) {
        throw unusable();
      }
      return uri;
    } catch (URISyntaxException e) {
      throw unusable();
    }
  }

  private static UnusableInputException unusable() {
    return new UnusableInputException(
        "--url must be the URL of an API, such as https://ID.execute-api.REGION.amazonaws.com or"
            + " http://127.0.0.1:8091");
  }
}

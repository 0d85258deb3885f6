package io.usagecollector.bloblang.gotext.url;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Quote;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes one URL apart. One use. */
final class UrlReader {
  private final String whole;
  private String scheme = "";
  private String opaque = "";
  private @Nullable String user;
  private @Nullable String password;
  private String host = "";
  private String path = "";
  private String rawPath = "";
  private String rawQuery = "";

  UrlReader(String url) {
    whole = url;
  }

  GoUrl read() throws GoException {
    int hash = whole.indexOf('#');
    String url = hash < 0 ? whole : whole.substring(0, hash);
    String rawFragment = hash < 0 ? "" : whole.substring(hash + 1);
    wrapped(url, () -> main(url));
    String[] fragment = {""};
    wrapped(whole, () -> fragment[0] = UrlEscape.unescape(rawFragment, UrlPart.FRAGMENT));
    boolean same = rawFragment.equals(UrlEscape.escape(fragment[0], UrlPart.FRAGMENT));
    return new GoUrl(
        scheme,
        opaque,
        user,
        password,
        host,
        path,
        rawPath,
        rawQuery,
        fragment[0],
        same ? "" : rawFragment);
  }

  private interface Step {
    void run() throws GoException;
  }

  private static void wrapped(String url, Step step) throws GoException {
    try {
      step.run();
    } catch (GoException e) {
      throw new GoException(() -> "parse " + Quote.quote(url) + ": " + e.getMessage());
    }
  }

  private void main(String url) throws GoException {
    if (url.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new GoException("net/url: invalid control character in URL");
    }
    if (url.equals("*")) {
      path = "*";
      return;
    }
    String rest = query(scheme(url));
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        opaque = rest;
        return;
      }
      if (upTo(rest, '/').indexOf(':') >= 0) {
        throw new GoException("first path segment in URL cannot contain colon");
      }
    }
    path(
        rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))
            ? authority(rest)
            : rest);
  }

  private static String upTo(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Takes the scheme; answers what follows. */
  private String scheme(String url) throws GoException {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        if (i == 0) {
          throw new GoException("missing protocol scheme");
        }
        scheme = url.substring(0, i).toLowerCase(Locale.ROOT);
        return url.substring(i + 1);
      }
      if (!letter && (!inner || i == 0)) {
        return url;
      }
    }
    return url;
  }

  /** Takes the query; answers what stands before it. */
  private String query(String rest) {
    int mark = rest.indexOf('?');
    if (mark < 0) {
      return rest;
    }
    rawQuery = rest.substring(mark + 1);
    return rest.substring(0, mark);
  }

  /** Takes user and host; answers the path after them. */
  private String authority(String rest) throws GoException {
    String authority = upTo(rest.substring(2), '/');
    int at = authority.lastIndexOf('@');
    host = host(authority.substring(at + 1));
    if (at >= 0) {
      user(authority.substring(0, at));
    }
    return rest.substring(2 + authority.length());
  }

  private void user(String info) throws GoException {
    if (!info.chars().allMatch(UrlReader::isUserInfo)) {
      throw new GoException("net/url: invalid userinfo");
    }
    int colon = info.indexOf(':');
    user = UrlEscape.unescape(colon < 0 ? info : info.substring(0, colon), UrlPart.USER);
    password = colon < 0 ? null : UrlEscape.unescape(info.substring(colon + 1), UrlPart.USER);
  }

  private static boolean isUserInfo(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0;
  }

  private String host(String text) throws GoException {
    int bracket = text.lastIndexOf('[');
    if (bracket == 0) {
      return IpLiteral.host(text);
    }
    if (bracket > 0) {
      throw new GoException("invalid IP-literal");
    }
    // Hosts of databases may hold colons; those of http may not.
    boolean strict = scheme.equals("http") || scheme.equals("https");
    int colon = strict ? text.indexOf(':') : text.lastIndexOf(':');
    checkPort(colon < 0 ? "" : text.substring(colon));
    return UrlEscape.unescape(text, UrlPart.HOST);
  }

  static void checkPort(String port) throws GoException {
    boolean fits =
        port.isEmpty()
            || (port.startsWith(":")
                && port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
    if (!fits) {
      throw new GoException(() -> "invalid port " + Quote.quote(port) + " after host");
    }
  }

  private void path(String text) throws GoException {
    path = UrlEscape.unescape(text, UrlPart.PATH);
    rawPath = text.equals(UrlEscape.escape(path, UrlPart.PATH)) ? "" : text;
  }
}

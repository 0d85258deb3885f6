package io.usagecollector.bloblang.gotext.url;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.Quote;
import java.net.Inet6Address;

/** A host in square brackets: an IPv6 address, perhaps with a zone, and perhaps a port after it. */
final class IpLiteral {
  private IpLiteral() {}

  /** The host with its escapes undone. */
  static String host(String text) throws GoException {
    int close = text.lastIndexOf(']');
    if (close < 0) {
      throw new GoException("missing ']' in host");
    }
    String port = text.substring(close + 1);
    UrlReader.checkPort(port);
    String address = address(text.substring(1, close));
    check(address);
    return "[" + address + "]" + port;
  }

  private static String address(String escaped) throws GoException {
    int zone = escaped.indexOf("%25");
    return zone < 0
        ? UrlEscape.unescape(escaped, UrlPart.HOST)
        : UrlEscape.unescape(escaped.substring(0, zone), UrlPart.HOST)
            + UrlEscape.unescape(escaped.substring(zone), UrlPart.ZONE);
  }

  private static void check(String address) throws GoException {
    int zone = address.indexOf('%');
    String bare = zone < 0 ? address : address.substring(0, zone);
    if (bare.matches("\\d+(\\.\\d+){3}")) {
      throw new GoException("invalid IP-literal");
    }
    if (zone == address.length() - 1 || !isIpv6(bare)) {
      // Go tells more of what is wrong with the address.
      throw new GoException(
          () -> "invalid host: ParseAddr(" + Quote.quote(address) + "): unable to parse IP");
    }
  }

  private static boolean isIpv6(String address) {
    try {
      Inet6Address.ofLiteral(address);
      return address.indexOf(':') >= 0 && address.indexOf('[') < 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

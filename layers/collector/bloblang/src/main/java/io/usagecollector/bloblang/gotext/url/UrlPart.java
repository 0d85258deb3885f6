package io.usagecollector.bloblang.gotext.url;

/** The parts of a URL, each with its own rules of escaping. */
enum UrlPart {
  PATH,
  PATH_SEGMENT,
  HOST,
  ZONE,
  USER,
  QUERY,
  FRAGMENT;

  boolean mustEscape(int b) {
    if ((b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z' && b < 0x80)) {
      return false;
    }
    if ((this == HOST || this == ZONE) && "!$&'()*+,;=:[]<>\"".indexOf(b) >= 0) {
      return false;
    }
    if ("-_.~".indexOf(b) >= 0) {
      return false;
    }
    if ("$&+,/:;=?@".indexOf(b) >= 0) {
      return isReserved(b);
    }
    return this != FRAGMENT || "!()*".indexOf(b) < 0;
  }

  private boolean isReserved(int b) {
    return switch (this) {
      case PATH -> b == '?';
      case PATH_SEGMENT -> "/;,?".indexOf(b) >= 0;
      case USER -> "@/?:".indexOf(b) >= 0;
      case QUERY, HOST, ZONE -> true;
      case FRAGMENT -> false;
    };
  }
}

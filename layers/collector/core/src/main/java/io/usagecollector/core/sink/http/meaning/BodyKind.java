package io.usagecollector.core.sink.http.meaning;

import io.usagecollector.core.sink.http.Reply;

/** What kind of body a reply has: all that is said of one that is not a service's own. */
enum BodyKind {
  NONE("no body"),
  OBJECT("a JSON body"),
  PAGE("an HTML page"),
  COMPRESSED("a compressed body, though none was asked for"),
  OTHER("a body that is no JSON object");

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final String words;

  BodyKind(String words) {
    this.words = words;
  }

  /** For people, safe to log. */
  String words() {
    return words;
  }

  /**
   * The kind of a reply's body.
   *
   * @param isObject whether it was read as a JSON object
   */
  static BodyKind of(Reply reply, boolean isObject) {
    byte[] bytes = reply.body().orElse(null);
    if (bytes == null) {
      return OTHER;
    }
    if (bytes.length == 0) {
      return NONE;
    }
    if (isObject) {
      return OBJECT;
    }
    if (isEncoded(reply) || isGzip(bytes)) {
      return COMPRESSED;
    }
    return isPage(reply) ? PAGE : OTHER;
  }

  private static boolean isEncoded(Reply reply) {
    return reply
        .headers()
        .firstValue("Content-Encoding")
        .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
        .isPresent();
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 1
        && Byte.toUnsignedInt(bytes[0]) == GZIP_FIRST
        && Byte.toUnsignedInt(bytes[1]) == GZIP_SECOND;
  }

  private static boolean isPage(Reply reply) {
    return reply
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.strip().startsWith("text/html"))
        .isPresent();
  }
}

package io.usagecollector.ensure.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.ensure.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** A request's body as text. */
final class BodyText {
  private BodyText() {}

  /**
   * The text that was sent.
   *
   * @throws RefusedRequestException if it is too long, or no text
   */
  static String of(HttpRequest request) throws RefusedRequestException {
    return request.base64() ? decoded(request.body()) : small(request.body());
  }

  private static String small(String text) throws RefusedRequestException {
    requireSmall(text.length()); // Before it is copied.
    requireSmall(text.getBytes(UTF_8).length);
    return text;
  }

  private static String decoded(String base64) throws RefusedRequestException {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      requireSmall(bytes.length);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new RefusedRequestException(RequestFault.BODY_UNREADABLE);
    }
  }

  private static void requireSmall(int bytes) throws RefusedRequestException {
    if (bytes > RequestFault.MOST_BYTES) {
      throw new RefusedRequestException(RequestFault.BODY_TOO_LARGE);
    }
  }
}

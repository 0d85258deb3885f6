package io.usagecollector.testkit.flexprice.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * A streaming parser that takes and refuses what Go's {@code encoding/json} does: no byte order
 * mark, broken UTF-8 and lone surrogates as U+FFFD, nesting to 10,000, numbers a float64 can hold.
 * Bytes after the first value are never looked at.
 */
public final class GoJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private GoJson() {}

  /** The body as the decoder sees it; every offset of the parser counts in these bytes. */
  public static byte[] prepare(byte[] body) throws MalformedBody {
    for (int i = 0; i < Math.min(4, body.length); i++) {
      // Jackson would take these for UTF-16, UTF-32 or a byte order mark; Go refuses them.
      if (body[i] == 0 || (i == 0 && body[i] < 0)) {
        throw new MalformedBody("not JSON in UTF-8");
      }
    }
    return GoUtf8.repair(body);
  }

  /** A parser over prepared bytes. */
  public static JsonParser parser(byte[] prepared) throws MalformedBody {
    try {
      return FACTORY.createParser(prepared);
    } catch (IOException e) {
      throw new MalformedBody("not JSON");
    }
  }

  /** A parser over text that was read before. */
  public static JsonParser parser(String json) throws IOException {
    return FACTORY.createParser(json);
  }

  /** The current string token, lone surrogates replaced. */
  public static String text(JsonParser parser) throws IOException {
    String text = parser.getText();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withoutLoneSurrogates(text);
      }
    }
    return text;
  }

  /** Walks over the value at the current token; refuses a number that no float64 holds. */
  static void skipValue(JsonParser parser) throws IOException, MalformedBody {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token == null) {
        throw new MalformedBody("unexpected end of JSON");
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isNumeric()) {
        requireFloat64(parser);
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  private static void requireFloat64(JsonParser parser) throws IOException, MalformedBody {
    boolean mayBeHuge =
        parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT || parser.getTextLength() > 300;
    if (mayBeHuge && Double.isInfinite(Double.parseDouble(parser.getText()))) {
      throw new MalformedBody("a number beyond float64");
    }
  }

  private static String withoutLoneSurrogates(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}

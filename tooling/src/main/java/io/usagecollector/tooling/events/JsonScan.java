package io.usagecollector.tooling.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Follows the tokens of a value. */
final class JsonScan {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Put before the value, so that a number ends where something else begins. */
  private static final byte[] BEFORE = {'['};

  private final LookAhead window;
  private final int from;

  private JsonScan(LookAhead window, int from) {
    this.window = window;
    this.from = from;
  }

  static JsonExtent of(LookAhead window, int from, int to) throws IOException {
    var scan = new JsonScan(window, from);
    InputStream value =
        new SequenceInputStream(
            new ByteArrayInputStream(BEFORE), new AheadStream(window, from, to));
    try (JsonParser parser = JSON.createParser(value)) {
      return scan.follow(parser);
    } catch (JsonProcessingException e) {
      int at = scan.place(e.getLocation().getByteOffset());
      return new JsonExtent.Broken(at, at >= to || window.at(at) < 0);
    }
  }

  private JsonExtent follow(JsonParser parser) throws IOException {
    parser.nextToken();
    int depth = 0;
    do {
      JsonToken token = parser.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      int at = place(parser.currentTokenLocation().getByteOffset());
      if (depth < 0 || (token.isStructStart() && isAnother(parser, at))) {
        return new JsonExtent.Broken(at, false);
      }
    } while (depth > 0);
    parser.finishToken();
    return new JsonExtent.Whole(place(parser.currentLocation().getByteOffset()));
  }

  /**
   * Whether a value within an object begins at a line's very start. Nobody writes a member so: the
   * object before was cut off, and this is the event of the next line.
   */
  private boolean isAnother(JsonParser parser, int at) throws IOException {
    return at > from
        && parser.getParsingContext().getParent().inObject()
        && window.at(at - 1) == '\n';
  }

  private int place(long offset) {
    return from + (int) Math.max(0, offset - BEFORE.length);
  }
}

package io.usagecollector.core.sink.flexprice.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.sink.Formed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers reach the service as they are, or not at all. */
class IdentifierTest {
  private static final EventOrigin ORIGIN =
      new EventOrigin(new StreamId("s"), new Coordinates("t", 0, 7), 1_764_585_000_250L, 0);

  private static Formed form(Obj document) {
    return new FlexpriceForm(List.of()).form(document, ORIGIN);
  }

  private static Formed form(String key, Value value) {
    return form(
        new MapObj()
            .put(Str.of("event_name"), Str.of("call"))
            .put(Str.of("external_customer_id"), Str.of("c1"))
            .put(Str.of(key), value));
  }

  private static Optional<String> sent(byte[] customer) {
    return form("external_customer_id", Str.of(customer)) instanceof Formed.Sendable s
        ? Optional.of(new String(s.event().json(), UTF_8))
        : Optional.empty();
  }

  private static String why(Formed formed) {
    return ((Formed.Refused) formed).reason().safeText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_name", "external_customer_id", "event_id", "source"})
  void bytesThatAreNoUtf8AreRefusedWhereverTheyComeFrom(String key) {
    for (String bytes : List.of("\u00ff", "a\u00c3", "\u00ed\u00a0\u0080", "\u00c0\u0080")) {
      assertThat(form(key, Str.of(bytes.getBytes(ISO_8859_1))))
          .isEqualTo(
              new Formed.Refused(
                  Reason.of(Reason.Kind.INVALID_EVENT, key + " is not valid UTF-8")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_name", "external_customer_id", "event_id", "source"})
  void textThatJsonReplacedIsRefusedAndAReplacementOfItsOwnIsNot(String key) {
    String start = "{\"event_name\":\"a\",\"external_customer_id\":\"c\",\"" + key + "\":\"x";
    for (String broken : List.of("\u00ff", "\\ud800", "\\udc00\\ud800", "\\ud800x")) {
      byte[] json = (start + broken + "\"}").getBytes(ISO_8859_1);
      assertThat(why(form((Obj) Json.read(json)))).isEqualTo(key + " is not valid UTF-8");
    }
    for (String whole : List.of("\ufffd", "\\ufffd", "\ud83d\ude00", "\\ud83d\\ude00", "\u00e9")) {
      byte[] json = (start + whole + "\"}").getBytes(UTF_8);
      assertThat(form((Obj) Json.read(json))).isInstanceOf(Formed.Sendable.class);
    }
  }

  @Test
  void aPieceOfReplacedTextIsRefusedToo() {
    byte[] json = "{\"c\":\"a\u00ff\"}".getBytes(ISO_8859_1);
    Str broken = (Str) ((Obj) Json.read(json)).get("c");
    for (Str piece :
        List.of(
            broken.slice(1, broken.length()),
            Str.of("x").concat(broken),
            broken.concat(Str.of("x")))) {
      assertThat(form("external_customer_id", piece)).isInstanceOf(Formed.Refused.class);
    }
  }

  @Property(tries = 5_000)
  void twoByteStringsNeverBecomeOneCustomer(
      @ForAll @Size(max = 4) byte[] one, @ForAll @Size(max = 4) byte[] other) {
    Optional<String> first = sent(one);
    if (!Arrays.equals(one, other) && first.isPresent()) {
      assertThat(sent(other)).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event_name", "external_customer_id", "event_id", "source"})
  void bytesAreNoTextAndNulIsNoCharacter(String key) {
    assertThat(why(form(key, Bin.of(new byte[] {'a'}))))
        .isEqualTo(
            key
                + " is a value of type bytes, not a string: use .string(), or .encode(\"hex\") for"
                + " bytes that are no text");
    assertThat(why(form(key, Str.of("a\u0000b"))))
        .isEqualTo(key + " holds a NUL character, which Flexprice cannot store");
  }

  /** The service's column counts characters: an emoji is one, in two chars and four bytes. */
  @Test
  void aCustomerHas255CharactersAtMost() {
    for (String character : List.of("c", "\u00e9", "\ud83d\ude00")) {
      assertThat(form("external_customer_id", Str.of(character.repeat(255))))
          .isInstanceOf(Formed.Sendable.class);
      assertThat(why(form("external_customer_id", Str.of(character.repeat(256)))))
          .isEqualTo("external_customer_id has 256 characters, of 255 at most");
      assertThat(form("event_id", Str.of(character.repeat(256))))
          .isInstanceOf(Formed.Sendable.class);
    }
  }
}

package io.usagecollector.ensure;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.core.customer.EnsureAnswer;
import io.usagecollector.core.customer.EnsureFault;
import io.usagecollector.ensure.Caller.Payload;
import io.usagecollector.ensure.Caller.Received;
import io.usagecollector.ensure.Caller.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is sent, the answer is one of the document's, and says nothing of what was sent. */
class FuzzTest {
  /** Stands in every text that is sent, and in no answer but the customer's own key. */
  private static final String MARK = "Zqx";

  private static final List<String> NAMES =
      List.of(
          "client_id",
          "clientId",
          "CLIENT_ID",
          "external_user_id",
          "externalUserId",
          "auth_id",
          "authId",
          "subject",
          "data",
          "more");

  private final Caller ready = Scripted.ready().caller();
  private final Caller failing =
      Scripted.answering(request -> new EnsureAnswer.Failed(fault(request.key().hashCode())))
          .caller();

  /** One of them all. */
  private static EnsureFault fault(int seed) {
    List<EnsureFault.Kind> kinds = List.of(EnsureFault.Kind.values());
    return new EnsureFault(kinds.get(Math.floorMod(seed, kinds.size())), "upstream wrote " + MARK);
  }

  @Property(tries = 2000)
  void everyAnswerIsDocumentedAndQuotesNothing(@ForAll("requests") Sent sent) {
    for (Caller caller : List.of(ready, failing)) {
      Received received = caller.call(sent); // Holds it against the document.
      assertThat(received.status()).isNotEqualTo(500);
      if (received.status() != 200) {
        assertThat(received.body()).doesNotContain(MARK).doesNotContain("Exception");
      }
    }
  }

  @Provide
  Arbitrary<Sent> requests() {
    Arbitrary<String> methods = Arbitraries.of("POST", "POST", "POST", "GET", "PUT", "PATCH", MARK);
    Arbitrary<String> paths =
        Arbitraries.of("/ensure", "/ensure", "/ensure", "/health", "/ready", "/", "/" + MARK, "");
    return Combinators.combine(
            Arbitraries.of(Payload.class),
            methods,
            paths,
            bodies(),
            Arbitraries.of(false, false, true))
        .flatAs((payload, method, path, body, base64) ->
            base64
                ? encoded(body).map(text -> new Sent(payload, method, path, text, true))
                : Arbitraries.just(new Sent(payload, method, path, body, false)));
  }

  /** Mostly as it should be, sometimes of other bytes, sometimes no Base64 at all. */
  private static Arbitrary<String> encoded(String body) {
    String utf8 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
    String utf16 = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_16));
    return Arbitraries.of(utf8, utf8, utf16, body, utf8 + "=", utf8 + "\n");
  }

  private static Arbitrary<String> bodies() {
    Arbitrary<String> objects = values(3).map(FuzzTest::asObject);
    Arbitrary<String> broken =
        Combinators.combine(objects, Arbitraries.integers().between(0, 40))
            .as((text, cut) -> text.substring(0, Math.min(cut, text.length())));
    Arbitrary<String> anything =
        Arbitraries.strings().all().ofMaxLength(40).map(text -> MARK + text);
    Arbitrary<String> large =
        Arbitraries.integers()
            .between(16_300, 16_500)
            .map(length -> "{\"auth_id\":\"a:" + MARK + "\"}" + " ".repeat(length - 18));
    return Arbitraries.frequencyOf(
        Tuple.of(8, objects),
        Tuple.of(2, broken),
        Tuple.of(2, anything),
        Tuple.of(1, large),
        Tuple.of(1, Arbitraries.of("", "null", "[]", "\"" + MARK + "\"", "{}")));
  }

  private static String asObject(String value) {
    return value.startsWith("{") ? value : "{\"auth_id\":" + value + "}";
  }

  /** JSON values, objects of the names that count among them. */
  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\"" + MARK + "\"",
                "\"" + MARK + ":b\"",
                "\"a:" + MARK + ":c\"",
                "\" " + MARK + " : b\\u00a0\"",
                "\"" + MARK + ":\\u0000\"",
                "\"" + MARK + ":\\ud83d\"",
                "\"" + MARK + ":\\ud83d\\ude00\"",
                "\"\""),
            Arbitraries.integers()
                .between(240, 270)
                .map(length -> "\"a:" + MARK + "b".repeat(length) + "\""));
    Arbitrary<String> scalars =
        Arbitraries.oneOf(texts, Arbitraries.of("null", "true", "5", "-0.1e999", "[]", "{}"));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> entries =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.lazy(() -> values(depth - 1)))
            .as((name, value) -> "\"" + name + "\":" + value);
    Arbitrary<String> objects =
        entries.list().ofMaxSize(4).map(list -> "{" + String.join(",", list) + "}");
    return Arbitraries.oneOf(scalars, objects, objects);
  }
}

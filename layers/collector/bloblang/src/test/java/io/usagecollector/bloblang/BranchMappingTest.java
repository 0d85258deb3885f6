package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mapping onto another message, as the processor {@code branch} maps its result. */
class BranchMappingTest {
  private static final Message ORIGIN = Message.of("{\"n\":1}").withMetadata("kept", Str.of("o"));
  private static final Message RESULT = Message.of("{\"res\":2}").withMetadata("kept", Str.of("r"));

  private static Result onto(Message onto, String mapping) throws CompileException {
    return Bloblang.standard()
        .compile(mapping)
        .applyOnto(onto, List.of(Message.of("{\"other\":true}"), RESULT), 1, Host.system());
  }

  private static String text(Message message) {
    return new String(message.content(), StandardCharsets.UTF_8);
  }

  private static Message mapped(Message onto, String mapping) throws CompileException {
    return ((Result.Mapped) onto(onto, mapping)).message();
  }

  @Test
  void theDocumentIsTheOriginsAndThisIsTheResult() throws CompileException {
    assertThat(text(mapped(ORIGIN, "root.got = this.res\nroot.was = root.n")))
        .isEqualTo("{\"got\":2,\"n\":1,\"was\":1}");
    assertThat(text(mapped(ORIGIN, "root.other = json(\"other\").from(0)")))
        .isEqualTo("{\"n\":1,\"other\":true}");
    assertThat(text(ORIGIN)).isEqualTo("{\"n\":1}");
  }

  @Test
  void metadataIsBuiltOnTheOriginsAndReadFromTheResult() throws CompileException {
    Message message =
        mapped(
            ORIGIN,
            """
            root.at = @kept
            root.from = metadata("kept")
            meta added = "yes"
            """);
    assertThat(text(message)).isEqualTo("{\"at\":\"o\",\"from\":\"r\",\"n\":1}");
    assertThat(Json.text(message.metadata())).isEqualTo("{\"added\":\"yes\",\"kept\":\"o\"}");
  }

  @Test
  void ontoAnEmptyMessageTheDocumentIsNew() throws CompileException {
    Message empty = ORIGIN.withContent(new byte[0]);
    assertThat(text(mapped(empty, "root.got = this.res"))).isEqualTo("{\"got\":2}");
    assertThat(text(mapped(empty, "meta only = 1"))).isEmpty();
    assertThat(onto(empty, "root = deleted()")).isInstanceOf(Result.Deleted.class);
  }

  @Test
  void aFailureKeepsWhatWasChanged() throws CompileException {
    var failed = (Result.Failed) onto(ORIGIN, "root.a = 1\nmeta x = \"1\"\nroot.b = throw(\"no\")");
    assertThat(failed.fault().text()).isEqualTo("failed assignment (line 3): no");
    assertThat(text(failed.message())).isEqualTo("{\"a\":1,\"n\":1}");
    assertThat(Json.text(failed.message().metadata())).isEqualTo("{\"kept\":\"o\",\"x\":\"1\"}");
    assertThat(failed.message().fault()).isEqualTo(failed.fault());
  }

  @Test
  void theOriginsFlagStays() throws CompileException {
    Message flagged = ORIGIN.withFault(Fault.of("before"));
    assertThat(mapped(flagged, "root.a = 1").fault()).isEqualTo(Fault.of("before"));
  }
}

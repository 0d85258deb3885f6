package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a run remembers of the message's document is never seen. */
class RememberedReadsTest {
  @Test
  void aMutationReadsWhatItChanged() {
    assertThat(
            Run.mutation(
                "root.x = this.a.b\nroot.a.b = 2\nroot.y = this.a.b\nroot.a = 3\nroot.z = this.a",
                "{\"a\":{\"b\":1}}"))
        .isEqualTo("{\"a\":3,\"x\":1,\"y\":2,\"z\":3}");
  }

  @Test
  void aFieldIsReadOfWhatThisIsBoundTo() {
    assertThat(
            Run.mapping(
                """
                map m {
                  root = this.a.b
                }
                root.before = this.a.b
                root.bracket = this.o.(this.a.b)
                root.match = match this.o { _ => this.a.b }
                root.each = [this.o].map_each(this.a.b)
                root.map = this.o.apply("m")
                root.named = this.o.(o -> this.a.b + o.a.b)
                root.after = this.a.b
                """,
                "{\"a\":{\"b\":1},\"o\":{\"a\":{\"b\":20}}}"))
        .isEqualTo(
            "{\"after\":1,\"before\":1,\"bracket\":20,\"each\":[20],\"map\":20,\"match\":20,\"named\":21}");
  }

  @Test
  void aChangeOfWhatWasReadIsNotReadAgain() {
    assertThat(
            Run.mapping(
                "root = this.a\nroot.b = 2\nroot.c = this.a.b\nlet a = this.a\nroot.d = $a.b",
                "{\"a\":{\"b\":1}}"))
        .isEqualTo("{\"b\":2,\"c\":1,\"d\":1}");
  }

  @Test
  void whatIsNotThereIsNullEachTime() {
    assertThat(
            Run.mapping(
                "root = [this.a.b.c, this.a.b, this.a.b.c.or(1), this.s.x, this.n.x, this.l.1, this.l.7]",
                "{\"s\":\"text\",\"n\":null,\"l\":[1,2]}"))
        .isEqualTo("[null,null,1,null,null,2,null]");
  }

  @Test
  void starsReachThroughArrays() {
    assertThat(
            Run.mapping(
                "root = [this.l.\"*\".a, this.l.\"*\", this.l.\"*\".a.0]",
                "{\"l\":[{\"a\":[1]},{\"a\":[2]},{}]}"))
        .isEqualTo("[[[1],[2]],[{\"a\":[1]},{\"a\":[2]},{}],[1,2]]");
  }

  @Test
  void aMessageThatIsNoDocumentNamesTheFieldReadEachTime() {
    String mapping = "root.a = this.a.b.catch(err -> error())\nroot.b = this.a.b";
    assertThat(Run.mapping("root.b = this.a.catch(\"none\")\nroot.c = this.a.b", "no"))
        .contains("'this.a.b'");
    assertThat(Run.mapping(mapping, "no")).contains("(line 2)").contains("'this.a.b'");
  }

  @Test
  void messagesDoNotShareWhatWasRead() throws CompileException {
    Mapping mapping = Bloblang.standard().compile("root = this.a.b + this.a.b");
    assertThat(Run.said(mapping.apply(Message.of("{\"a\":{\"b\":1}}"), Host.system())))
        .isEqualTo("2");
    assertThat(Run.said(mapping.apply(Message.of("{\"a\":{\"b\":5}}"), Host.system())))
        .isEqualTo("10");
  }
}

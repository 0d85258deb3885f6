package io.usagecollector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingCommandTest {
  private static final String ESCAPE = "\u001B";

  @Test
  void helpIsShownOnAskingAndIsNoFailure() {
    Ran ran = Ran.command("--help");

    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out()).startsWith("Usage: mapping").contains("eval").doesNotContain(ESCAPE);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : List.of("eval", "lint", "diff")) {
      assertThat(Ran.command(command, "--help").out()).startsWith("Usage: mapping " + command);
    }
  }

  @Test
  void withoutACommandTheUsageIsAComplaint() {
    Ran ran = Ran.command();

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Usage: mapping");
  }

  @Test
  void anUnknownOptionIsNamed() {
    Ran ran = Ran.command("eval", "--colour");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--colour");
  }

  @Test
  void colourIsForTerminals() {
    assertThat(Ran.withColour("--help").out()).contains(ESCAPE);
  }

  @Test
  void evalAnswersALineForALine() {
    Ran ran =
        Ran.withInput(
            "{\"id\":1,\"mapping\":\"root = this.a\",\"messages\":[{\"content\":\"{\\\"a\\\":2}\"}]}\n",
            "eval");

    assertThat(ran).isEqualTo(new Ran(0, "{\"id\":1,\"metadata\":{},\"output\":\"2\"}\n", ""));
  }

  @Test
  void evalCallsALineThatIsNoCaseUnusable() {
    Ran ran = Ran.withInput("[1]\n", "eval");

    assertThat(ran).isEqualTo(new Ran(2, "", "not a JSON object: [1]\n"));
  }
}

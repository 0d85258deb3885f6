package io.usagecollector.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a secret's key is spelt, no command prints what stands behind it. */
class SecretsInExcerptsTest {
  @TempDir private Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("c.yaml"), text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output:\n  flexprice:\n    api_kye: \"sk_live_abc\"\n",
        "output: {flexprice: {api_kye: sk_live_abc, colour: red}}\n",
        "output:\n  flexprice:\n    api_kye: sk_live_abc: x\n",
        "output:\n  flexprice:\n    api_key: *sk_live_abc\n",
        "output:\n  flexprice:\n    api_key: ${KEY|sk_live_abc}\n",
        "output: {flexprice: {api_key: ${KEY|sk_live_abc}}}\n",
      })
  void lintNamesThePlaceAndNotTheValue(String text) throws IOException {
    Ran ran = Ran.command("lint", file(text));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("c.yaml:").doesNotContain("sk_live_abc");
    assertThat(ran.err()).doesNotContain("sk_live_abc");
  }

  @Test
  void aSecretInTheFileIsNoticed() throws IOException {
    Ran ran =
        Ran.command("lint", "--strict", file("output: {flexprice: {api_key: sk_live_abc}}\n"));
    assertThat(ran.status()).isEqualTo(0);
    assertThat(ran.out())
        .contains("c.yaml:1:31: notice: output.flexprice.api_key is a secret that everyone sees")
        .doesNotContain("sk_live_abc");
  }

  @Test
  void lintFollowsImportsOfAConfiguration() throws IOException {
    Files.writeString(folder.resolve("x.blobl"), "map m { root = this.a }\n");
    String text =
        """
        pipeline:
          processors:
            - mapping: |
                import "./x.blobl"
                root.b = this.apply("m")
        output: {flexprice: {api_key: "${KEY}"}}
        """;
    assertThat(Ran.command("lint", file(text)).out()).contains("0 errors");
  }
}

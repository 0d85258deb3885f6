package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static CompileException refusal(String mapping) {
    return catchThrowableOfType(CompileException.class, () -> Bloblang.standard().compile(mapping));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fake(\"email\")",
        "cache_get(\"c\", \"k\")",
        "cache_set(\"c\", \"k\", \"v\")",
        "cache_add(\"c\", \"k\", \"v\")",
        "cache_delete(\"c\", \"k\")",
        "file(\"a\")",
        "file_rel(\"a\")",
        "file_rel_json(\"a\")",
        "with_schema_registry_header(1, this)"
      })
  void functionsThatNeedMoreThanTheMessageAreRefusedByName(String call) {
    String name = call.substring(0, call.indexOf('('));
    CompileException refusal = refusal("root = " + call);
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal).hasMessageContaining("`" + name + "` is not offered here: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parse_jwt_hs256",
        "sign_jwt_es512",
        "geoip_city",
        "compare_argon2",
        "compare_bcrypt",
        "infer_schema",
        "parse_xml",
        "format_xml",
        "parse_msgpack",
        "format_msgpack",
        "parse_parquet",
        "json_path",
        "diff",
        "patch",
        "slug",
        "unicode_segments",
        "vector"
      })
  void methodsOfPluginsAreRefusedByName(String name) {
    CompileException refusal = refusal("root = this." + name + "(\"a\")");
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal).hasMessageContaining("`" + name + "` is not offered here: ");
  }

  @Test
  void amongOtherErrorsARefusalIsAnErrorAsTheyAre() {
    CompileException refusal = refusal("root.a = fake()\nroot.b = no_such_function()");
    assertThat(refusal.refused()).isFalse();
    assertThat(refusal.errors()).hasSize(2);
  }
}

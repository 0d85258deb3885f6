package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import org.junit.jupiter.api.Test;

class MetadataStoresTest {
  private static String run(String mapping) throws CompileException {
    Message message =
        Message.of("{}")
            .withMetadata("k", Str.of("old"))
            .withMetadata("n", IntNum.of(5))
            .withMetadata("empty", Str.of(""))
            .withMetadata("none", Null.NULL);
    return Run.said(Bloblang.standard().compile(mapping).apply(message, Host.system()));
  }

  @Test
  void whatIsBuiltAndWhatCameInAreTwoStores() throws CompileException {
    assertThat(
            run(
                """
                meta k = "new"
                root.built = [@k, @."k", root_meta("k")]
                root.input = [meta("k"), metadata("k"), metadata().k, meta().k]
                """))
        .isEqualTo(
            "{\"built\":[\"new\",\"new\",\"new\"],\"input\":[\"old\",\"old\",\"old\",\"old\"]}");
  }

  @Test
  void theOldFunctionsReadTextAndTheNewOnesValues() throws CompileException {
    assertThat(run("root = [meta(\"n\"), root_meta(\"n\"), metadata(\"n\"), @n]"))
        .isEqualTo("[\"5\",\"5\",5,5]");
  }

  @Test
  void missingAndEmptyAreNullForTheOldFunctions() throws CompileException {
    assertThat(run("root = [meta(\"x\"), meta(\"empty\"), root_meta(\"empty\"), root_meta(\"x\")]"))
        .isEqualTo("[null,null,null,null]");
    assertThat(run("root = [metadata(\"x\"), @x, metadata(\"empty\"), @empty, meta().empty]"))
        .isEqualTo("[null,null,\"\",\"\",\"\"]");
  }

  @Test
  void aNullIsTheTextNullForTheOldFunctions() throws CompileException {
    assertThat(run("root = [meta(\"none\"), metadata(\"none\")]")).isEqualTo("[\"null\",null]");
  }

  @Test
  void metaAsAWholeTakesAnObjectOrIsCleared() throws CompileException {
    assertThat(run("meta = {\"a\": 1}\nroot = @")).isEqualTo("{\"a\":1}");
    assertThat(run("meta = deleted()\nroot = @")).isEqualTo("{}");
    assertThat(run("meta = \"a\""))
        .isEqualTo(
            "error: failed assignment (line 1): setting root meta object requires object value, received: string");
  }

  @Test
  void aDeletedKeyIsGoneFromWhatIsBuiltOnly() throws CompileException {
    assertThat(run("meta k = deleted()\nroot = [@k, meta(\"k\")]")).isEqualTo("[null,\"old\"]");
  }

  @Test
  void aMapReadsMetadataAndWritesNone() throws CompileException {
    assertThat(run("map m {\n  root = @k\n}\nmeta k = \"new\"\nroot = this.apply(\"m\")"))
        .isEqualTo("new");
    assertThat(Run.mapping("map m {\n  meta k = 1\n}\nroot = this.apply(\"m\")", "{}"))
        .startsWith("compile: ");
    assertThat(run("map m {\n  if true {\n    meta k = 1\n  }\n}\nroot = this.apply(\"m\")"))
        .startsWith("error: ");
  }
}

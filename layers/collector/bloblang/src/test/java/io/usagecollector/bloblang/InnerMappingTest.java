package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnerMappingTest {
  @Test
  void aMappingGivenAsTextHasTheTargetAsItsDocumentAndARootOfItsOwn() {
    assertThat(
            Run.mapping(
                "let x = 1\nroot.a = this.doc.bloblang(\"let x = 2\\nroot.b = this.n + $x\")\nroot.x = $x",
                "{\"doc\":{\"n\":1}}"))
        .isEqualTo("{\"a\":{\"b\":3},\"x\":1}");
  }

  @Test
  void itKeepsItsMaps() {
    assertThat(
            Run.mapping(
                "root = this.bloblang(\"map m {\\n root = this * 2\\n}\\nroot = this.apply(\\\"m\\\")\")",
                "21"))
        .isEqualTo("42");
  }

  @Test
  void withoutAssignmentItsResultIsNothing() {
    assertThat(Run.mapping("root.a = 1\nroot.a = this.bloblang(\"let x = 1\")", "{}"))
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void itReadsNeitherMessageNorEnvironmentNorCountsNorFilesNorFurtherMappings() {
    for (String call :
        new String[] {"content()", "json()", "env(\"A\")", "hostname()", "counter()"}) {
      assertThat(
              Run.mapping(
                  "root = this.bloblang(this.m)",
                  "{\"m\":\"root = " + call.replace("\"", "\\\"") + "\"}"))
          .contains("unrecognised function '");
    }
    assertThat(
            Run.mapping("root = this.bloblang(\"root = this.bloblang(\\\"root = 1\\\")\")", "{}"))
        .contains("unrecognised method 'bloblang'");
    assertThat(Run.mapping("root = this.bloblang(\"import \\\"./a\\\"\\nroot = 1\")", "{}"))
        .contains("this environment imports no files");
  }

  @Test
  void itCannotWriteMetadata() {
    assertThat(Run.mapping("root = this.bloblang(\"meta k = 1\").catch(e -> e)", "{}"))
        .isEqualTo("failed assignment (line 1): unable to assign metadata in the current context");
  }

  @Test
  void aMappingOfTheEventThatDoesNotCompileIsAFaultThatDoesNotShowIt() throws CompileException {
    Mapping mapping = Bloblang.standard().compile("root = this.bloblang(this.m)");
    Result result =
        mapping.apply(Message.of("{\"m\":\"root = secret(\\\"x\\\")\"}"), Host.system());
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed -> {
              assertThat(failed.fault().text()).contains("unrecognised function 'secret'");
              assertThat(failed.fault().valueFree()).doesNotContain("secret");
            });
  }

  @Test
  void aMapInItThatAppliesItselfForeverEndsInItsOwnError() {
    assertThat(
            Run.mapping(
                "root = this.bloblang(\"map m {\\n root = this.apply(\\\"m\\\")\\n}\\nroot = this.apply(\\\"m\\\")\").catch(e -> e)",
                "{}"))
        .contains("exceeded maximum allowed stacks of 5000");
  }
}

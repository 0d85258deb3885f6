package io.usagecollector.bloblang;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.value.Str;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeveralMessagesTest {
  private static final List<Message> BATCH =
      List.of(
          Message.of("{\"n\":0}").withMetadata("k", Str.of("zero")),
          Message.of("{\"n\":1}")
              .withMetadata("k", Str.of("one"))
              .withFault(new Fault("it broke", "it broke")),
          Message.of("no json"));

  private static String run(String mapping, int index) throws CompileException {
    return Run.said(Bloblang.standard().compile(mapping).apply(BATCH, index, Host.system()));
  }

  @Test
  void everyMessageKnowsItsPlaceInTheBatch() throws CompileException {
    assertThat(run("root = [batch_index(), batch_size()]", 0)).isEqualTo("[0,3]");
    assertThat(run("root = [batch_index(), batch_size()]", 2)).isEqualTo("[2,3]");
    assertThat(Run.mapping("root = [batch_index(), batch_size()]", "{}")).isEqualTo("[0,1]");
  }

  @Test
  void messageFunctionsReadTheMessageThatFromNames() throws CompileException {
    assertThat(run("root = json(\"n\").from(1)", 0)).isEqualTo("1");
    assertThat(run("root = content().from(2)", 0)).isEqualTo("no json");
    assertThat(run("root = meta(\"k\").from(1)", 0)).isEqualTo("one");
    assertThat(run("root = metadata(\"k\").from(1)", 0)).isEqualTo("one");
    assertThat(run("root = error().from(1)", 0)).isEqualTo("it broke");
    assertThat(run("root = errored().from(0)", 1)).isEqualTo("false");
    assertThat(run("root = batch_index().from(1)", 0)).isEqualTo("1");
  }

  @Test
  void fromHoldsForAllOfTheQueryBeforeIt() throws CompileException {
    assertThat(run("root = (json(\"n\") + batch_index()).from(1)", 0)).isEqualTo("2");
    assertThat(run("root = json(\"n\").from(1) + json(\"n\")", 0)).isEqualTo("1");
  }

  @Test
  void whatBelongsToTheRunStaysUnderFrom() throws CompileException {
    assertThat(run("root = this.n.from(1)", 0)).isEqualTo("0");
    assertThat(run("root.a = 5\nroot.b = root.a.from(1)", 0)).isEqualTo("{\"a\":5,\"b\":5}");
    assertThat(run("meta k = \"new\"\nroot = @k.from(1)", 0)).isEqualTo("new");
    assertThat(run("meta k = \"new\"\nroot = root_meta(\"k\").from(1)", 0)).isEqualTo("new");
  }

  @Test
  void negativePlacesCountFromTheEnd() throws CompileException {
    assertThat(run("root = json(\"n\").from(-2)", 0)).isEqualTo("1");
    assertThat(run("root = json(\"n\").from(-3)", 1)).isEqualTo("0");
  }

  @Test
  void outOfRangeADocumentFailsAndContentAndMetadataAreNull() throws CompileException {
    for (int place : new int[] {3, -4}) {
      String from = ".from(" + place + ")";
      assertThat(run("root = json(\"n\")" + from + ".catch(e -> e)", 0))
          .isEqualTo("target message part does not exist");
      assertThat(run("root.a = content()" + from, 0)).isEqualTo("{\"a\":null}");
      assertThat(run("root.a = meta(\"k\")" + from, 0)).isEqualTo("{\"a\":null}");
    }
  }

  @Test
  void fromAllIsAnArrayOverTheBatch() throws CompileException {
    assertThat(run("root = content().from_all().map_each(c -> c.length())", 0))
        .isEqualTo("[7,7,7]");
    assertThat(run("root = meta(\"k\").from_all()", 2)).isEqualTo("[\"zero\",\"one\",null]");
    assertThat(run("root = batch_index().from_all()", 1)).isEqualTo("[0,1,2]");
  }

  @Test
  void oneErrorFailsFromAll() throws CompileException {
    assertThat(run("root = json(\"n\").from_all()", 0))
        .startsWith("error: failed assignment (line 1): ");
    assertThat(run("root = json(\"n\").catch(-1).from_all()", 0)).isEqualTo("[0,1,-1]");
  }
}

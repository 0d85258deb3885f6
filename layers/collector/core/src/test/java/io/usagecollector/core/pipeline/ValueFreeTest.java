package io.usagecollector.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValueFreeTest {
  /** Whatever a mapping does with a value and however it fails, the safe text does not show it. */
  @Property
  void noValueEndsUpInASafeText(
      @ForAll("mappings") String mapping, @ForAll("values") String value) {
    RecordPipeline pipeline = Pipelines.mapping(mapping);
    if (pipeline.process(Pipelines.record(value)).getFirst() instanceof Part.Faulted faulted) {
      assertThat(faulted.reason().safeText())
          .doesNotContain("marker7351")
          .doesNotContain("73517351");
      assertThat(faulted.reason().toString())
          .doesNotContain("marker7351")
          .doesNotContain("73517351");
    }
  }

  @Provide
  Arbitrary<String> mappings() {
    return Arbitraries.of(
        "root = this",
        "root = this.a",
        "root = this.a + 1",
        "root = this.a - 1",
        "root = this.a.number()",
        "root = this.a.uppercase()",
        "root = this.a.keys()",
        "root = this.a.not_null().map_each(x -> x + 1)",
        "root = if this.a { 1 }",
        "root = throw(this.a.string())",
        "root = throw(\"no good: \" + this.a.string())",
        "root = range(0, this.a.number())",
        "root = \"x\".repeat(this.a.number())",
        "root = [1].index(this.a.number())",
        "root = \"x\".slice(this.a.number(), 0)",
        "root = \"x\".encode(this.a.string())",
        "root = \"x\".hash(this.a.string())",
        "root = \"x\".re_match(\"(\" + this.a.string())",
        "root = this.a.string().decode(\"hex\")",
        "root = this.a.string().unquote()",
        "root = this.a.string().parse_json()",
        "root = this.a.string().ts_parse(\"2006\")",
        "root = this.a.string().parse_duration()",
        "root = \"2020\".ts_parse(this.a.string())",
        "root = this.apply(this.a.string())",
        "root = match this.a { this > 5 => 1 }",
        "root.event_name = this.a\nroot.external_customer_id = this.b",
        "root.event_name = \"x\"\nroot.external_customer_id = \"c\"\nroot.timestamp = this.a",
        "root.event_name = \"x\"\nroot.external_customer_id = \"c\"\nroot.event_id = this.a",
        "root.event_name = \"x\"\nroot.external_customer_id = \"c\"\nroot.properties = this.a");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "marker7351",
        "{\"a\":\"marker7351\"}",
        "{\"a\":73517351}",
        "{\"a\":-73517351,\"b\":\"marker7351\"}",
        "{\"a\":{\"marker7351\":1}}",
        "{\"a\":[\"marker7351\"]}",
        "{\"a\":null}",
        "{\"a\":true}",
        "{\"marker7351\":",
        "\"marker7351\"",
        "[73517351]",
        "73517351x");
  }
}

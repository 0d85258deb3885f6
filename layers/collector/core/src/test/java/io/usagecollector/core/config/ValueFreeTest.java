package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.slf4j.event.Level;

class ValueFreeTest {
  /** Whatever a mapping does with a value and however it fails, the safe text does not show it. */
  @Property
  void noValueEndsUpInASafeText(
      @ForAll("mappings") String mapping, @ForAll("values") String value) {
    RecordPipeline pipeline = Pipelines.mapping(mapping);
    SourceRecord record = Pipelines.record(value);
    assertSafe(pipeline.process(record), record);
  }

  /** Nor does the log, whatever a processor made of mappings does; what it is to log excepted. */
  @Property
  void noValueEndsUpInTheLog(
      @ForAll("processors") String processors, @ForAll("values") String value) {
    var log = new LogProcessorTest.Lines(Level.TRACE);
    String text =
        "output: {flexprice: {api_key: k}}\npipeline:\n  processors:\n" + processors.indent(4);
    SourceRecord record = Pipelines.record(value);
    assertSafe(
        new ConfigReader(
                text,
                FileReading.of(
                    "pipeline.yaml", EnvironmentVariables.of(Map.of()), ImportSource.none()),
                log)
            .read(CollectorConfig::new)
            .compile(Pipelines.STREAM)
            .process(record),
        record);
    assertThat(log.lines).allSatisfy(ValueFreeTest::assertSafe);
  }

  private static void assertSafe(List<Part> parts, SourceRecord record) {
    for (Part part : parts) {
      Pipelines.fault(part, record)
          .ifPresent(reason -> {
            assertSafe(reason.safeText());
            assertSafe(reason.toString());
          });
    }
  }

  /** No piece of the values; nor a character, as JSON's decoder quotes the one it stops at. */
  private static void assertSafe(String words) {
    assertThat(words)
        .doesNotContainIgnoringCase("mark")
        .doesNotContainIgnoringCase("rker")
        .doesNotContain("7351", "3517", "5173", "1735")
        .doesNotContain("character '");
  }

  @Provide
  Arbitrary<String> processors() {
    return Arbitraries.of(
        "- switch: [{check: this.a, processors: [{mapping: root = deleted()}]}]",
        "- switch: [{check: this.a > 5, processors: [{mapping: 'root = this.a - {}'}]}]",
        "- switch: [{check: content().string(), processors: [{noop: {}}]}]",
        "- switch: [{check: 'true', processors: [{mutation: root.a.b.c = throw(this.a.string())}]}]",
        "- branch: {request_map: root = this.a.number(), processors: [{noop: {}}], result_map: 'root.b = this - {}'}",
        "- branch: {request_map: root = this.a.string(), processors: [{mapping: root = this.b}]}",
        "- branch: {processors: [{mapping: root = this.a}], result_map: root.a.b = this}",
        "- for_each: [{mutation: 'root.c = this.a.parse_json()'}]",
        "- try: [{mapping: 'root = this.a.ts_parse(\"2006\")'}]\n- catch: [{mapping: root = throw(error())}]",
        "- unarchive: {format: json_array}",
        "- unarchive: {format: lines}",
        "- metric: {type: counter, name: m, labels: {k: '${! json(\"a\").number() }'}}",
        "- metric: {type: counter, name: m, labels: {k: '${! throw(content().string()) }'}}",
        "- metric: {type: counter_by, name: m, value: '${! json(\"a\") }'}",
        "- metric: {type: counter_by, name: m, value: '${! this.a - {} }'}",
        "- metric: {type: gauge, name: m, value: '-${! content() }'}",
        "- metric: {type: timing, name: m, value: '${! json(\"a\") }'}",
        "- log: {message: '${! this.a - {} }'}",
        "- log: {message: m, fields: {f: '${! json(\"a\").parse_json() }'}}",
        "- log: {message: m, fields_mapping: 'root = this.a - {}'}",
        "- log: {message: m, fields_mapping: root = throw(content().string())}");
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
        "root = this.bloblang(this.a.string())",
        "root = [1][this.a.number()]",
        "root = [1][this.a.number():-73517352]",
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
        "73517351x",
        "[marker7351",
        "{\"a\":\"root = this.marker7351 - {}\"}");
  }
}

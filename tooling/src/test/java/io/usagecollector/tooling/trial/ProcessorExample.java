package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A processor on the configuration's page, with an example that the page's test runs.
 *
 * @param name the processor
 * @param says what it does here
 * @param yaml the steps of the example, or a whole file
 * @param batch the messages that go in
 * @param result the messages that come out; behind a {@code !} the fault of one that is flagged
 */
record ProcessorExample(
    String name, String says, String yaml, List<String> batch, List<String> result) {
  /** The example as a file. */
  String file() {
    return yaml.startsWith("pipeline:") ? yaml : "pipeline:\n  processors:\n" + yaml.indent(4);
  }

  /** What the example really comes to. */
  List<String> run() {
    TrialFile file = TrialFile.parse("pipeline.yaml", file(), EnvironmentVariables.of(Map.of()));
    List<Message> messages = batch.stream().map(Message::of).toList();
    return file.processors(TrialFile.PIPELINE).run(messages, Host.system()).stream()
        .map(ProcessorExample::said)
        .toList();
  }

  private static String said(Tried tried) {
    Fault fault = tried.message().fault();
    String content = new String(tried.message().content(), StandardCharsets.UTF_8);
    return fault == null ? content : content + "   ! " + fault.text();
  }

  static final List<ProcessorExample> ALL =
      List.of(
          new ProcessorExample(
              "mapping",
              "Makes a new document of each message. If it fails, the message stays as it was, and"
                  + " is flagged. `root = deleted()` drops it: the event is filtered. `bloblang` is"
                  + " its old name.",
              """
              - mapping: |
                  root.event_name = "call"
                  root.external_customer_id = this.customer.uppercase()
              """,
              List.of("{\"customer\":\"c1\"}", "{\"customer\":7}"),
              List.of(
                  "{\"event_name\":\"call\",\"external_customer_id\":\"C1\"}",
                  "{\"customer\":7}   ! failed assignment (line 2): expected string value, got"
                      + " number from field `this.customer` (7)")),
          new ProcessorExample(
              "mutation",
              "Changes the document in place. If it fails, what it had changed until then stays,"
                  + " and the message is flagged.",
              """
              - mutation: |
                  root.source = "vapi"
                  root.total = this.seconds * 2
              """,
              List.of("{\"seconds\":2}", "{\"seconds\":\"two\"}"),
              List.of(
                  "{\"seconds\":2,\"source\":\"vapi\",\"total\":4}",
                  "{\"seconds\":\"two\",\"source\":\"vapi\"}   ! failed assignment (line 2): cannot"
                      + " multiply types string (from field `this.seconds`) and number (from number"
                      + " literal)")),
          new ProcessorExample(
              "try",
              "Its processors in order, for as long as a message carries no flag. Each message is a"
                  + " batch of its own. Of a record that is taken apart within it each part fails"
                  + " for itself, while upstream lets the first part's flag decide for all.",
              """
              - try:
                  - mapping: 'root = if this.n == 1 { throw("one") }'
                  - mutation: root.after = true
              """,
              List.of("{\"n\":1}", "{\"n\":2}"),
              List.of("{\"n\":1}   ! failed assignment (line 1): one", "{\"after\":true,\"n\":2}")),
          new ProcessorExample(
              "catch",
              "Its processors, all of them, for each message that is flagged, and takes the flag"
                  + " off afterwards: also one that was set within it. What is still flagged at the"
                  + " end of the pipeline becomes a dead letter, and is never billed.",
              """
              - mapping: 'root = if this.n == 1 { throw("one") }'
              - catch:
                  - mutation: root.error = error()
              """,
              List.of("{\"n\":1}", "{\"n\":2}"),
              List.of("{\"error\":\"failed assignment (line 1): one\",\"n\":1}", "{\"n\":2}")),
          new ProcessorExample(
              "switch",
              "Each message goes through the processors of the first case whose `check` is true; a"
                  + " case without a check takes all. With `fallthrough: true` it goes through the"
                  + " next case too. One whose check fails is flagged and goes to no other case."
                  + " What falls through the last case goes on, while upstream loses it.",
              """
              - switch:
                  - check: this.type == "call"
                    processors: [{mutation: 'root.event_name = "voice_call"'}]
                  - processors: [{mapping: root = deleted()}]
              """,
              List.of("{\"type\":\"call\"}", "{\"type\":\"ping\"}"),
              List.of("{\"event_name\":\"voice_call\",\"type\":\"call\"}")),
          new ProcessorExample(
              "branch",
              "Makes a request of each message with `request_map`, runs its processors on the"
                  + " requests, and maps what comes of them into the messages with `result_map`. A"
                  + " message whose request is deleted goes by. Its processors must neither drop"
                  + " nor take apart.",
              """
              - branch:
                  request_map: root = this.customer
                  processors: [{mapping: root.id = this.name.lowercase()}]
                  result_map: root.external_customer_id = this.id
              """,
              List.of("{\"customer\":{\"name\":\"Ada\"},\"n\":1}"),
              List.of(
                  "{\"customer\":{\"name\":\"Ada\"},\"external_customer_id\":\"ada\",\"n\":1}")),
          new ProcessorExample(
              "for_each",
              "Its processors for each message as a batch of its own.",
              """
              - for_each:
                  - mapping: root.all = json("n").from_all()
              """,
              List.of("{\"n\":1}", "{\"n\":2}"),
              List.of("{\"all\":[1]}", "{\"all\":[2]}")),
          new ProcessorExample(
              "processors",
              "Its processors, one after the other.",
              """
              - processors:
                  - mutation: root.a = 1
                  - mutation: root.b = this.a + 1
              """,
              List.of("{}"),
              List.of("{\"a\":1,\"b\":2}")),
          new ProcessorExample(
              "unarchive",
              "Takes a record apart: several events out of one record. Formats: `json_array`, its"
                  + " elements; `lines`, what stands between line feeds, the empty line at the end"
                  + " too. The parts have the record's metadata and are a batch (`batch_index()`,"
                  + " `from_all()`), and each is numbered before anything is dropped, so that a"
                  + " filter changes no other event's id. A record is taken apart once, into 10,000"
                  + " parts at most.",
              """
              - unarchive: {format: json_array}
              - mapping: |
                  root.n = this.n
                  root.part = batch_index()
              """,
              List.of("[{\"n\":5},{\"n\":6}]", "{\"n\":7}"),
              List.of(
                  "{\"n\":5,\"part\":0}",
                  "{\"n\":6,\"part\":1}",
                  "{\"n\":7,\"part\":2}   ! failed to parse message into JSON array: invalid type"
                      + " 'map[string]interface {}'")),
          new ProcessorExample(
              "log",
              "Writes to the function's log what its `message`, `fields` and `fields_mapping` ask"
                  + " for, and leaves the message as it is. In `error()` the event's values are"
                  + " left out unless the environment variable `LOG_VALUES` is `true`.",
              """
              - log:
                  level: INFO
                  message: 'n is ${! json("n") }'
              """,
              List.of("{\"n\":1}"),
              List.of("{\"n\":1}")),
          new ProcessorExample(
              "metric",
              "Measures each message, and leaves it as it is: a CloudWatch metric of this name in"
                  + " the namespace `UsageCollector`, with the labels as dimensions. Types:"
                  + " `counter`, `counter_by`, `gauge`, `timing` (of nanoseconds; shown in"
                  + " microseconds). Counts of one batch are added up; at most 100 names and sets"
                  + " of labels a batch. A record that comes again is measured again.",
              """
              - metric:
                  type: counter_by
                  name: CallSeconds
                  labels: {topic: '${! @kafka_topic }'}
                  value: ${! json("seconds") }
              """,
              List.of("{\"seconds\":120}"),
              List.of("{\"seconds\":120}")),
          new ProcessorExample(
              "resource",
              "The processor of this label in `processor_resources`.",
              """
              pipeline:
                processors:
                  - resource: named
              processor_resources:
                - label: named
                  mutation: root.named = true
              """,
              List.of("{}"),
              List.of("{\"named\":true}")),
          new ProcessorExample(
              "noop",
              "Leaves the message as it is.",
              "- noop: {}\n",
              List.of("{\"n\":1}"),
              List.of("{\"n\":1}")));
}

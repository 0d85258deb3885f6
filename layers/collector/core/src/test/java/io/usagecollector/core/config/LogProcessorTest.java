package io.usagecollector.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class LogProcessorTest {
  /** A log that keeps its lines. */
  static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    final transient List<String> lines = new ArrayList<>();
    private final Level lowest;

    Lines(Level lowest) {
      this.lowest = lowest;
    }

    private boolean logs(Level level) {
      return level.toInt() >= lowest.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
      return logs(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
      return logs(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
      return logs(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
      return logs(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
      return logs(Level.ERROR);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return "";
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String pattern, Object[] arguments, Throwable throwable) {
      lines.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
    }
  }

  private static final SourceRecord RECORD =
      Pipelines.record("{\"event_name\":\"call\",\"external_customer_id\":\"c1\",\"n\":5}");

  private final Lines info = new Lines(Level.INFO);

  private static List<Part> run(String processors, Lines lines, Map<String, String> environment) {
    String text =
        "output: {flexprice: {api_key: k}}\npipeline:\n  processors:\n" + processors.indent(4);
    return new ConfigReader(
            text,
            FileReading.of(
                "pipeline.yaml", EnvironmentVariables.of(environment), ImportSource.none()),
            lines)
        .read(CollectorConfig::new)
        .compile(Pipelines.STREAM)
        .process(RECORD);
  }

  @Test
  void itTellsWhatItIsAskedToAndLeavesTheMessage() {
    List<Part> parts =
        run(
            """
            - log:
                level: ${LEVEL:INFO}
                message: 'Event {} ${!json("event_name")} of ${!this.external_customer_id}'
                fields:
                  topic: ${! @kafka_topic }
                fields_mapping: |
                  root.topic = "overridden"
                  root.n = this.n
                  root.place = {"p": [@kafka_topic]}
            """,
            info,
            Map.of());
    assertThat(info.lines)
        .containsExactly("INFO n=5 place={\"p\":[\"calls\"]} topic=calls Event {} call of c1");
    assertThat(parts.getFirst()).isInstanceOf(Part.Ready.class);
  }

  @Test
  void belowTheLogsLevelNothingIsDone() {
    run("- log: {level: debug, message: x}", info, Map.of());
    assertThat(info.lines).isEmpty();
  }

  @Test
  void anErrorIsToldWithoutItsValueUnlessValuesMayBeLogged() {
    String processors =
        """
        - mapping: root = this.external_customer_id.number()
        - catch:
            - log: {level: ERROR, message: 'failed: ${!error()}'}
        """;
    run(processors, info, Map.of());
    assertThat(info.lines).hasSize(1);
    assertThat(info.lines.getFirst()).startsWith("ERROR failed: ").doesNotContain("c1");
    run(processors, info, Map.of("LOG_VALUES", "true"));
    assertThat(info.lines.getLast()).contains("c1");
  }

  @Test
  void aTextThatFailsIsLoggedWithoutValues() {
    run("- log: {message: '${!this.event_name - 1}'}", info, Map.of());
    assertThat(info.lines).hasSize(1);
    assertThat(info.lines.getFirst())
        .startsWith("ERROR pipeline.processors[0].log logs nothing: ")
        .doesNotContain("\"call\"");
  }

  @Test
  void theLogsLevelDoesNotMoveWhatMappingsDraw() {
    String processors =
        """
        - log: {level: DEBUG, message: '${!uuid_v4()}'}
        - mapping: |
            root = this
            root.event_id = uuid_v4()
        """;
    Part told = run(processors, new Lines(Level.DEBUG), Map.of()).getFirst();
    Part untold = run(processors, info, Map.of()).getFirst();
    assertThat(Pipelines.event(told, RECORD).eventId())
        .isEqualTo(Pipelines.event(untold, RECORD).eventId());
  }

  @Test
  void anUnknownLevelIsRefused() {
    assertThatThrownBy(() -> run("- log: {level: LOUD}", info, Map.of()))
        .hasMessage(
            "pipeline.yaml:4:20: pipeline.processors[0].log.level is TRACE, DEBUG, INFO, WARN or"
                + " ERROR");
  }
}

package io.usagecollector.cli.test;

import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.cli.source.Place;
import io.usagecollector.cli.terminal.Terminal;
import io.usagecollector.cli.unit.CaseResult;
import io.usagecollector.cli.unit.Coverage;
import io.usagecollector.cli.unit.Mismatch;
import io.usagecollector.cli.unit.TestFile;

/** Lines of JSON. */
final class JsonTestReport extends TestReport {
  JsonTestReport(Terminal terminal) {
    super(terminal);
  }

  @Override
  void begin(TestFile file) {}

  @Override
  void show(TestFile file, CaseResult result) {
    terminal.json(
        place(result.test().at())
            .put(Str.of("name"), Str.of(result.test().name()))
            .put(Str.of("passed"), Bool.of(result.passed()))
            .put(
                Str.of("failures"),
                Arr.of(result.failures().stream().map(JsonTestReport::failure).toList())));
  }

  private static MapObj place(Place at) {
    return new MapObj()
        .put(Str.of("file"), Str.of(at.file()))
        .put(Str.of("line"), IntNum.of(at.line()))
        .put(Str.of("column"), IntNum.of(at.column()));
  }

  private static MapObj failure(CaseResult.Failure failure) {
    MapObj record = place(failure.at()).put(Str.of("what"), Str.of(failure.what()));
    if (!failure.error().isEmpty()) {
      record.put(Str.of("error"), Str.of(failure.error()));
    }
    return switch (failure.mismatch()) {
      case Mismatch.Said(String text) -> record.put(Str.of("message"), Str.of(text));
      case Mismatch.Content(String expected, String received) ->
          pair(record, Str.of(expected), Str.of(received));
      case Mismatch.Document(String expected, String received) ->
          pair(record, Str.of(expected), Str.of(received));
      case Mismatch.Unmatched(String pattern, String received) ->
          pair(record, Str.of(pattern), Str.of(received));
      case Mismatch.Metadata m ->
          pair(
              record.put(Str.of("key"), Str.of(m.key())),
              m.expected(),
              m.received() == null ? Null.NULL : m.received());
    };
  }

  private static MapObj pair(MapObj record, Value expected, Value received) {
    return record.put(Str.of("expected"), expected).put(Str.of("received"), received);
  }

  @Override
  void covered(Coverage.Covered file) {
    terminal.json(
        new MapObj()
            .put(Str.of("file"), Str.of(file.file()))
            .put(Str.of("points"), IntNum.of(file.points()))
            .put(Str.of("percent"), IntNum.of(file.percent()))
            .put(
                Str.of("missed"),
                Arr.of(file.missed().stream().map(JsonTestReport::point).toList())));
  }

  private static MapObj point(Tracer.Point point) {
    return new MapObj()
        .put(Str.of("kind"), Str.of(point.kind().text()))
        .put(Str.of("line"), IntNum.of(point.line()))
        .put(Str.of("column"), IntNum.of(point.column()))
        .put(Str.of("source"), Str.of(point.source().strip()));
  }

  @Override
  void summary(int all, int notPassed, int files) {
    terminal.json(
        new MapObj()
            .put(Str.of("tests"), IntNum.of(all))
            .put(Str.of("failed"), IntNum.of(notPassed))
            .put(Str.of("unusable"), IntNum.of(files)));
  }
}

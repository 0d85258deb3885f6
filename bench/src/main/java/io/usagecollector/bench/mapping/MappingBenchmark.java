package io.usagecollector.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.schibsted.spt.data.jslt.Expression;
import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Mapping;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bytes in, bytes out, one thread: this project's engine, Jackson's tree round trip, JSLT. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the fields in before a benchmark runs.
public class MappingBenchmark {
  @Param({"VAPI", "TWENTY", "PROPERTIES", "DROP"})
  Program program;

  private final ObjectMapper json = new ObjectMapper();
  private byte[] event;
  private Mapping mapping;
  private @Nullable Expression jslt;

  @Setup
  public void compile() throws CompileException {
    mapping = Bloblang.standard().compile(program.bloblang());
    event = program.event();
    jslt = program.hasJslt() ? program.jslt() : null;
  }

  @Benchmark
  public byte[] bloblang() {
    return EventMapping.bytes(mapping, event);
  }

  @Benchmark
  public byte[] jacksonRoundTrip() throws IOException {
    return json.writeValueAsBytes(json.readTree(event));
  }

  @Benchmark
  public byte[] jslt() throws IOException {
    JsonNode in = json.readTree(event);
    return json.writeValueAsBytes(jslt == null ? in : jslt.apply(in));
  }
}

package io.usagecollector.core.config.mapping;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.CompileError;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.formats.Formats;
import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.config.reading.FileReading;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.place.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the mappings and texts of a file, and turns what is wrong with them into problems. */
public final class MappingCompiler {
  private static final String PROCESS_STATE =
      " depends on the process that runs it, so a repeat of the record would be another event;"
          + " use a field of the record";
  private static final String NEIGHBOURS =
      " reads a batch's other records, and here each record is a batch of its own:"
          + " take input.batching out, or map each record by itself";

  private static final Map<String, String> REFUSED =
      Map.of(
          "counter", PROCESS_STATE,
          "count", PROCESS_STATE,
          "hostname", PROCESS_STATE);

  private static final Pattern CALL = Pattern.compile("([a-z_]+)\\(");

  private static final Set<String> OF_THE_BATCH =
      Set.of("from", "from_all", "batch_index", "batch_size");

  /** One of the language's ways to compile. */
  private interface Compilation {
    Mapping compile(Bloblang language, String text) throws CompileException;
  }

  private final Bloblang bloblang;
  private final String file;
  private final Findings findings;
  private final boolean batchedInput;
  private final @Nullable Tracer tracer;
  private final List<CompiledMapping> compiled = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  /**
   * @param batchedInput whether the input makes batches of several records upstream
   * @param tracer who is told what of the mappings runs, in places of the file; null where nobody
   *     asks
   */
  public MappingCompiler(FileReading reading, boolean batchedInput, @Nullable Tracer tracer) {
    EnvironmentVariables environment = reading.environment();
    this.bloblang =
        Formats.addTo(Bloblang.standard())
            .withEnv(name -> remembered(environment.get(name)))
            .withImports(reading.imports());
    this.file = reading.file();
    this.findings = reading.findings();
    this.batchedInput = batchedInput;
    this.tracer = tracer;
  }

  private @Nullable String remembered(@Nullable String value) {
    if (value != null && !value.isBlank()) {
      read.add(value);
    }
    return value;
  }

  /** Every mapping so far, in the order they were compiled. */
  public List<CompiledMapping> compiled() {
    return List.copyOf(compiled);
  }

  /** The mapping, or null and problems. */
  public @Nullable Mapping mapping(MappingText text, String path) {
    return compile(text, path, Bloblang::compile);
  }

  /** The mutation, or null and problems. */
  public @Nullable Mapping mutation(MappingText text, String path) {
    return compile(text, path, Bloblang::compileMutation);
  }

  private @Nullable Mapping compile(MappingText text, String path, Compilation compilation) {
    try {
      Mapping mapping = compilation.compile(language(text), text.expanded());
      checkCalls(mapping.calls(), text, path);
      compiled.add(new CompiledMapping(path, file, text, mapping));
      return mapping;
    } catch (CompileException e) {
      report(e, text, path);
      return null;
    }
  }

  private Bloblang language(MappingText text) {
    Tracer asked = tracer;
    return asked == null || text.isMock()
        ? bloblang
        : bloblang.withTracer(point -> asked.follow(inFile(point, text)));
  }

  private Tracer.Point inFile(Tracer.Point point, MappingText text) {
    if (!point.file().isEmpty()) {
      String imported = Path.of(file).resolveSibling(point.file()).normalize().toString();
      return new Tracer.Point(point.kind(), imported, point.line(), point.column(), point.source());
    }
    Position at = text.at(point.line(), point.column());
    String written = text.written(point.line());
    return new Tracer.Point(point.kind(), file, at.line(), at.column(), written);
  }

  /** The text with its queries, or null and problems. */
  public @Nullable Interpolation interpolation(MappingText text, String path) {
    try {
      Interpolation interpolation = bloblang.compileInterpolation(text.expanded());
      checkCalls(interpolation.calls(), text, path);
      return interpolation;
    } catch (CompileException e) {
      report(e, text, path);
      return null;
    }
  }

  private void checkCalls(List<Call> calls, MappingText text, String path) {
    for (Call call : calls) {
      String why = refusal(call);
      if (why != null) {
        refuse(call, why, text, path);
      }
    }
  }

  private void refuse(Call call, String why, MappingText text, String path) {
    String refusal = call.name() + "()" + why;
    if (call.file().isEmpty()) {
      findings.problem(text.at(call.line(), call.column()), path + ": " + refusal);
    } else {
      String place = call.file() + ":" + call.line() + ":" + call.column();
      findings.problem(text.at(1, 1), path + ": " + place + ": " + refusal);
    }
  }

  private @Nullable String refusal(Call call) {
    if (batchedInput && OF_THE_BATCH.contains(call.name())) {
      return NEIGHBOURS;
    }
    return perProcess(call);
  }

  /** Why a call is refused that answers for its process and not for the record; else null. */
  public static @Nullable String perProcess(Call call) {
    return call.method() ? null : REFUSED.get(call.name());
  }

  private void report(CompileException e, MappingText text, String path) {
    for (CompileError error : e.errors()) {
      if (error.file().isEmpty()) {
        Position at = text.at(error.line(), error.column());
        findings.problem(at, path + " does not compile: " + words(error, text));
      } else {
        String place = error.file() + ":" + error.line() + ":" + error.column();
        findings.problem(
            text.at(1, 1), path + " does not compile: " + place + ": " + words(error, text));
      }
    }
  }

  /** The compiler's words quote the text it was given; where a value may be in them, none are. */
  private String words(CompileError error, MappingText text) {
    String function = functionAt(error);
    if (REFUSED.containsKey(function)) {
      return function + "()" + REFUSED.get(function);
    }
    boolean shows =
        (error.file().isEmpty() && text.hasReferenceOn(error.line()))
            || text.substituted().stream().anyMatch(error.message()::contains)
            || read.stream().anyMatch(error.message()::contains);
    return shows ? "with the environment's variables put in, it is no Bloblang" : error.message();
  }

  /** The function whose call an error points at, or nothing: the language may not offer it. */
  private static String functionAt(CompileError error) {
    int start = Math.min(error.source().length(), Math.max(0, error.column() - 1));
    Matcher call = CALL.matcher(error.source()).region(start, error.source().length());
    return call.lookingAt() ? call.group(1) : "";
  }
}

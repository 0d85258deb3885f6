package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.extension.Example;
import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  static Stream<Example> examples() {
    Library library = Bloblang.standard().library();
    return Stream.concat(
            library.functions().stream().map(FunctionSpec::doc),
            library.methods().stream().map(MethodSpec::doc))
        .flatMap(doc -> doc.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleGivesWhatItSays(Example example) throws CompileException {
    Result result =
        Bloblang.standard()
            .compile(example.mapping())
            .apply(Message.of(example.input()), Host.system());
    String said =
        switch (result) {
          case Result.Deleted deleted -> "<deleted>";
          case Result.Failed failed -> "error: " + failed.fault().text();
          case Result.Mapped mapped ->
              new String(mapped.message().content(), StandardCharsets.UTF_8);
        };
    assertThat(said).isEqualTo(example.output());
  }
}

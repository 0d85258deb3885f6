package io.usagecollector.release.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AWS's own transform of SAM templates: the code that CloudFormation runs. */
public final class SamTranslator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SamTranslator() {}

  /**
   * The template that CloudFormation gets of each deployment, in their order. Skips the test that
   * asks where the translator cannot run.
   */
  public static List<JsonNode> transform(List<Deployment> deployments) {
    Path python = PythonEnvironment.python();
    try {
      Path input = PythonEnvironment.scratch().resolve("deployments.json");
      JSON.writeValue(input.toFile(), deployments.stream().map(SamTranslator::job).toList());
      Command done =
          Command.run(
              List.of(python.toString(), PythonEnvironment.resource("transform.py").toString()),
              input,
              PythonEnvironment.scratch(),
              Duration.ofMinutes(2));
      if (!done.succeeded()) {
        throw new IllegalStateException("the template was not transformed: " + done.complaint());
      }
      List<JsonNode> templates = new ArrayList<>();
      JSON.readTree(done.output()).forEach(templates::add);
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> job(Deployment deployment) {
    return Map.of(
        "template", deployment.template(),
        "parameters", deployment.parameters(),
        "uploads", Upload.addresses(deployment.artifacts()));
  }
}

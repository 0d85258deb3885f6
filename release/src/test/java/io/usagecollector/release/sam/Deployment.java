package io.usagecollector.release.sam;

import java.util.HashMap;
import java.util.Map;

/**
 * What one deploy is given.
 *
 * @param template the template's text
 * @param parameters values for its parameters; the others keep their defaults
 * @param artifacts the bytes of each file that the template names, by its path
 */
public record Deployment(
    String template, Map<String, String> parameters, Map<String, byte[]> artifacts) {
  public Deployment {
    parameters = Map.copyOf(parameters);
    artifacts = Map.copyOf(artifacts);
  }

  public Deployment withTemplate(String other) {
    return new Deployment(other, parameters, artifacts);
  }

  public Deployment with(String parameter, String value) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put(parameter, value);
    return new Deployment(template, all, artifacts);
  }

  public Deployment withArtifact(String path, byte[] bytes) {
    Map<String, byte[]> all = new HashMap<>(artifacts);
    all.put(path, bytes);
    return new Deployment(template, parameters, all);
  }
}

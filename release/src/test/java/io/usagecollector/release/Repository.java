package io.usagecollector.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.release.sam.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** The first deploy of this repository, from which the tests change one thing. */
final class Repository {
  /** What has no default, a cluster, so that there is a trigger, and all that ensures customers. */
  private static final Map<String, String> GIVEN =
      Map.of(
          "ClusterArn",
              "arn:aws:kafka:eu-central-1:111122223333:cluster/events/8c1b2f4e-0000-4abc-9def-1-2",
          "FlexpriceApiKeySecretArn",
              "arn:aws:secretsmanager:eu-central-1:111122223333:secret:flexprice-AbCdEf",
          "Ensure", "subscription",
          "EnsurePlan", "pro");

  private Repository() {}

  static Template template() {
    return Template.read(Checkout.ROOT.resolve("template.yaml"));
  }

  static Deployment deployment() {
    try {
      String text = Files.readString(Checkout.ROOT.resolve("template.yaml"));
      return new Deployment(text, GIVEN, artifacts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some bytes for each zip that the template names. */
  private static Map<String, byte[]> artifacts() {
    Map<String, byte[]> artifacts = new LinkedHashMap<>();
    template()
        .resources("AWS::Serverless::LayerVersion")
        .values()
        .forEach(layer -> add(artifacts, Template.text(layer, "ContentUri")));
    template()
        .resources("AWS::Serverless::Function")
        .values()
        .forEach(function -> add(artifacts, Template.text(function, "CodeUri")));
    return artifacts;
  }

  private static void add(Map<String, byte[]> artifacts, String path) {
    artifacts.put(path, ("what is in " + path).getBytes(UTF_8));
  }
}

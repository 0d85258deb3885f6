package io.usagecollector.release.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A transformed template under its parameters, as CloudFormation makes it: conditions decided and
 * references followed. What a reference to a version or a layer stands for changes when that
 * resource is made anew, and at no other time.
 */
public final class Stack {
  private static final String VERSION = "AWS::Lambda::Version";
  private static final String LAYER = "AWS::Lambda::LayerVersion";
  private static final String ALIAS = "AWS::Lambda::Alias";

  private final JsonNode template;
  private final Map<String, String> parameters;
  private final Intrinsics intrinsics;

  private Stack(JsonNode template, Map<String, String> parameters) {
    this.template = template;
    this.parameters = parameters;
    this.intrinsics = new Intrinsics(this);
  }

  /**
   * The stack of a template.
   *
   * @param given values for parameters; the others take their defaults
   */
  public static Stack of(JsonNode template, Map<String, String> given) {
    Map<String, String> parameters = new TreeMap<>();
    template
        .path("Parameters")
        .properties()
        .forEach(parameter -> {
          String name = parameter.getKey();
          JsonNode otherwise = parameter.getValue().path("Default");
          parameters.put(name, given.getOrDefault(name, otherwise.asText()));
        });
    return new Stack(template, parameters);
  }

  /** The ids of the resources of a type, those that a condition leaves out not among them. */
  public List<String> ofType(String type) {
    return template.path("Resources").properties().stream()
        .filter(resource -> resource.getValue().path("Type").asText().equals(type))
        .filter(resource -> isThere(resource.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A resource's properties, as its service is given them. */
  @SuppressWarnings("unchecked") // Properties are an object in every template.
  public Map<String, Object> properties(String id) {
    return (Map<String, Object>) intrinsics.value(resource(id).path("Properties"));
  }

  /** What a reference to a resource stands for. */
  public String physicalName(String id) {
    return String.valueOf(referenced(id));
  }

  boolean condition(String name) {
    return intrinsics.holds(template.path("Conditions").path(name));
  }

  /** What {@code Ref} gives. */
  Object referenced(String name) {
    if (parameters.containsKey(name)) {
      return parameters.get(name);
    }
    return switch (resource(name).path("Type").asText()) {
      case LAYER -> layerArn(name);
      case ALIAS -> aliasArn(properties(name));
      default -> name;
    };
  }

  /** What {@code Fn::GetAtt} gives. */
  Object attribute(String id, String name) {
    boolean version = resource(id).path("Type").asText().equals(VERSION) && name.equals("Version");
    return version ? identity(id) : id + "." + name;
  }

  /** A version or a layer is made anew when its logical id or any property changes. */
  private String identity(String id) {
    return hash(id + properties(id));
  }

  private boolean isThere(JsonNode resource) {
    return !resource.has("Condition") || condition(resource.path("Condition").asText());
  }

  private JsonNode resource(String id) {
    JsonNode found = template.path("Resources").path(id);
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("nothing in the template is named " + id);
    }
    return found;
  }

  private String layerArn(String id) {
    return "arn:aws:lambda:eu-central-1:111122223333:layer:"
        + properties(id).get("LayerName")
        + ":"
        + identity(id);
  }

  private static String aliasArn(Map<String, Object> alias) {
    return "arn:aws:lambda:eu-central-1:111122223333:function:"
        + alias.get("FunctionName")
        + ":"
        + alias.get("Name");
  }

  /** Ten characters, as many as a number can have in the longest run of a stack. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.usagecollector.testkit.openmeter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an object must be: faults of its properties by name, then the missing ones.
 *
 * @param sealed whether a property that nobody knows is a fault; else it is passed over
 */
public record ObjectRule(Map<String, Rule> properties, List<String> required, boolean sealed)
    implements Rule {

  @Override
  public List<SchemaFault> check(JsonNode value, List<String> path) {
    if (!value.isObject()) {
      return Rule.typeFault(value, path, "object");
    }
    List<SchemaFault> faults = new ArrayList<>();
    Map<String, JsonNode> sorted = new TreeMap<>();
    value.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    sorted.forEach((name, property) -> faults.addAll(property(name, property, path)));
    for (String name : required) {
      if (!value.has(name)) {
        faults.add(
            SchemaFault.at(
                SchemaFault.below(path, name), "required", "property \"" + name + "\" is missing"));
      }
    }
    return faults;
  }

  private List<SchemaFault> property(String name, JsonNode value, List<String> path) {
    Rule rule = properties.get(name);
    List<String> here = SchemaFault.below(path, name);
    if (rule != null) {
      return rule.check(value, here);
    }
    return sealed
        ? Rule.fault(here, "properties", "property \"" + name + "\" is unsupported")
        : List.of();
  }
}

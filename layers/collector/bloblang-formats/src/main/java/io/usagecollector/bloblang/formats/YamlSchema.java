package io.usagecollector.bloblang.formats;

import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Leaves what an unquoted scalar means to {@link YamlScalar}: yaml.v3 reads more than YAML 1.2. */
final class YamlSchema implements Schema {
  /** Of a scalar that no tag decides: whether it is quoted does. */
  static final Tag UNDECIDED = new Tag("!undecided");

  @Override
  public ScalarResolver getScalarResolver() {
    return (text, plain) -> UNDECIDED;
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    return Map.of();
  }
}

package io.usagecollector.bench.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.schibsted.spt.data.jslt.Function;
import java.util.TreeSet;

/** What JSLT lacks of {@code .unique().sort()}: the distinct strings of an array, in order. */
final class SortedUnique implements Function {
  @Override
  public String getName() {
    return "sorted-unique";
  }

  @Override
  public int getMinArguments() {
    return 1;
  }

  @Override
  public int getMaxArguments() {
    return 1;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] arguments) {
    var distinct = new TreeSet<String>();
    arguments[0].forEach(element -> distinct.add(element.asText()));
    var sorted = JsonNodeFactory.instance.arrayNode();
    distinct.forEach(sorted::add);
    return sorted;
  }
}

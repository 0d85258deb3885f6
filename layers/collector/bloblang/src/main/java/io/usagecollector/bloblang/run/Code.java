package io.usagecollector.bloblang.run;

import java.util.List;

/**
 * The statements of a mapping or of a map.
 *
 * @param name what error texts call it; empty for the mapping itself
 * @param weight how many expressions it has
 * @param aliased whether a variable may alias a part of the document, so that assignments must copy
 */
public record Code(String name, List<Step> steps, Size size, int weight, boolean aliased) {
  /** How deep maps may apply maps. */
  public static final int MAX_DEPTH = 5000;

  /**
   * How many slots a run needs.
   *
   * @param variables the names of the variables, by slot
   * @param reads how many fields of the message's document are read
   */
  public record Size(int names, List<String> variables, int reads) {}
}

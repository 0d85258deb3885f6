package io.usagecollector.bloblang.extension;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be read about a function or method.
 *
 * @param category the subject it is listed under
 * @param description a sentence or two
 * @param deprecated what to use instead, or null
 */
public record Doc(
    String name,
    String category,
    String description,
    List<Param> params,
    boolean variadic,
    List<Example> examples,
    @Nullable String deprecated) {

  static Doc of(String name, String category, String description) {
    return new Doc(name, category, description, List.of(), false, List.of(), null);
  }

  Doc with(Param param) {
    return new Doc(
        name, category, description, added(params, param), variadic, examples, deprecated);
  }

  Doc with(Example example) {
    return new Doc(
        name, category, description, params, variadic, added(examples, example), deprecated);
  }

  Doc withVariadic() {
    return new Doc(name, category, description, params, true, examples, deprecated);
  }

  Doc withDeprecated(String instead) {
    return new Doc(name, category, description, params, variadic, examples, instead);
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}

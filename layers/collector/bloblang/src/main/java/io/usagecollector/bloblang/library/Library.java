package io.usagecollector.bloblang.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All functions and methods of an environment, by name. Immutable. */
public final class Library {
  private final Map<String, FunctionSpec> functions;
  private final Map<String, MethodSpec> methods;

  private Library(Map<String, FunctionSpec> functions, Map<String, MethodSpec> methods) {
    this.functions = functions;
    this.methods = methods;
  }

  /** Everything this library brings. */
  public static Library standard() {
    return Standard.LIBRARY;
  }

  /** The same library with more functions and methods; one of a known name replaces it. */
  public Library with(Collection<FunctionSpec> moreFunctions, Collection<MethodSpec> moreMethods) {
    Map<String, FunctionSpec> allFunctions = new TreeMap<>(functions);
    moreFunctions.forEach(spec -> allFunctions.put(spec.name(), spec));
    Map<String, MethodSpec> allMethods = new TreeMap<>(methods);
    moreMethods.forEach(spec -> allMethods.put(spec.name(), spec));
    return new Library(allFunctions, allMethods);
  }

  /**
   * The library without the functions that read messages or the host, or have a state, and without
   * inner mappings: the library of inner mappings.
   */
  public Library pure() {
    Map<String, FunctionSpec> rest = new TreeMap<>(functions);
    rest.values().removeIf(spec -> spec.doc().category().equals(MessageFunctions.MESSAGE));
    rest.keySet().removeAll(Set.of("env", "hostname", "count", "counter", "file", "file_rel"));
    Map<String, MethodSpec> restOfMethods = new TreeMap<>(methods);
    restOfMethods.remove("bloblang");
    return new Library(rest, restOfMethods);
  }

  public @Nullable FunctionSpec function(String name) {
    return functions.get(name);
  }

  public @Nullable MethodSpec method(String name) {
    return methods.get(name);
  }

  /** All functions, by name. */
  public Collection<FunctionSpec> functions() {
    return Collections.unmodifiableCollection(functions.values());
  }

  /** All methods, by name. */
  public Collection<MethodSpec> methods() {
    return Collections.unmodifiableCollection(methods.values());
  }

  /** Made once, when first asked for. */
  private static final class Standard {
    private static final Library LIBRARY =
        new Library(Map.of(), Map.of()).with(standardFunctions(), standardMethods());

    private static List<FunctionSpec> standardFunctions() {
      List<FunctionSpec> all = new ArrayList<>();
      all.addAll(MessageFunctions.all());
      all.addAll(GeneralFunctions.all());
      all.addAll(HostFunctions.all());
      all.addAll(RandomFunctions.all());
      all.addAll(CounterFunctions.all());
      all.add(Cosine.function());
      return all;
    }

    private static List<MethodSpec> standardMethods() {
      List<MethodSpec> all = new ArrayList<>();
      all.addAll(GeneralMethods.all());
      all.addAll(CoercionMethods.all());
      all.addAll(StringMethods.all());
      all.addAll(SequenceMethods.all());
      all.addAll(IterationMethods.all());
      all.addAll(ObjectMethods.all());
      all.addAll(NumberMethods.all());
      all.addAll(TimeMethods.all());
      all.addAll(RegexMethods.all());
      all.addAll(JsonMethods.all());
      all.addAll(EncodingMethods.all());
      all.addAll(WebMethods.all());
      all.addAll(CsvMethods.all());
      all.addAll(Compression.all());
      all.add(BigDecimals.method());
      return all;
    }
  }
}

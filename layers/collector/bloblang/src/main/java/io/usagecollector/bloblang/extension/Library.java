package io.usagecollector.bloblang.extension;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All functions and methods of an environment, by name. Immutable. */
public final class Library {
  /** The category of the functions that read messages. */
  public static final String MESSAGE_INFO = "Message Info";

  private final Map<String, Table<FunctionSpec>> functions;
  private final Map<String, Table<MethodSpec>> methods;

  private Library(
      Map<String, Table<FunctionSpec>> functions, Map<String, Table<MethodSpec>> methods) {
    this.functions = functions;
    this.methods = methods;
  }

  /** A library of these tables. No name may stand in two of one list. */
  public static Library of(List<Table<FunctionSpec>> functions, List<Table<MethodSpec>> methods) {
    return new Library(byName(functions), byName(methods));
  }

  private static <S> Map<String, Table<S>> byName(List<Table<S>> tables) {
    Map<String, Table<S>> all = new TreeMap<>();
    for (Table<S> table : tables) {
      for (String name : table.names()) {
        all.put(name, table);
      }
    }
    return all;
  }

  /** The same library with more functions and methods; one of a known name replaces it. */
  public Library with(Collection<FunctionSpec> moreFunctions, Collection<MethodSpec> moreMethods) {
    Map<String, Table<FunctionSpec>> allFunctions = new TreeMap<>(functions);
    moreFunctions.forEach(spec -> allFunctions.put(spec.name(), new Table.Of<>(spec.name(), spec)));
    Map<String, Table<MethodSpec>> allMethods = new TreeMap<>(methods);
    moreMethods.forEach(spec -> allMethods.put(spec.name(), new Table.Of<>(spec.name(), spec)));
    return new Library(allFunctions, allMethods);
  }

  /**
   * The library without the functions that read messages or the host, or have a state, and without
   * inner mappings: the library of inner mappings.
   */
  public Library pure() {
    Map<String, Table<FunctionSpec>> rest = new TreeMap<>(functions);
    functions().stream()
        .filter(spec -> spec.doc().category().equals(MESSAGE_INFO))
        .forEach(spec -> rest.remove(spec.name()));
    rest.keySet().removeAll(Set.of("env", "hostname", "count", "counter", "file", "file_rel"));
    Map<String, Table<MethodSpec>> restOfMethods = new TreeMap<>(methods);
    restOfMethods.remove("bloblang");
    return new Library(rest, restOfMethods);
  }

  public @Nullable FunctionSpec function(String name) {
    return row(functions, name);
  }

  public @Nullable MethodSpec method(String name) {
    return row(methods, name);
  }

  private static <S> @Nullable S row(Map<String, Table<S>> tables, String name) {
    Table<S> table = tables.get(name);
    return table == null ? null : table.row(name);
  }

  /** All functions, by name. */
  public Collection<FunctionSpec> functions() {
    return rows(functions);
  }

  /** All methods, by name. */
  public Collection<MethodSpec> methods() {
    return rows(methods);
  }

  private static <S> List<S> rows(Map<String, Table<S>> tables) {
    return tables.entrySet().stream().map(e -> e.getValue().row(e.getKey())).toList();
  }
}

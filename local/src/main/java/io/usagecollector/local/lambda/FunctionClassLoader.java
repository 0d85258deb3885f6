package io.usagecollector.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path that the runtime client would make of a function's directory: the directory, then
 * its {@code lib/*.jar} in order. Of this tool's own classes it sees the runtime's interfaces
 * alone.
 */
final class FunctionClassLoader extends URLClassLoader {
  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";

  FunctionClassLoader(Path directory) {
    super(urls(directory), ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(RUNTIME)
        ? Class.forName(name, false, FunctionClassLoader.class.getClassLoader())
        : super.loadClass(name, resolve);
  }

  private static URL[] urls(Path directory) {
    try (Stream<Path> jars = Files.list(directory.resolve("lib"))) {
      List<URL> urls = new ArrayList<>(List.of(url(directory)));
      jars.filter(jar -> jar.toString().endsWith(".jar"))
          .sorted()
          .map(FunctionClassLoader::url)
          .forEach(urls::add);
      return urls.toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the package in " + directory, e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}

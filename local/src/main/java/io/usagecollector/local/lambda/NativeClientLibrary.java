package io.usagecollector.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The native library of AWS's runtime client. By itself the client unpacks it to one fixed file in
 * {@code /tmp}, whoever else is about to load that file; told where it lies, it only loads it.
 */
final class NativeClientLibrary {
  /** The system property that tells the client where its library lies. */
  static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static final Path LIBRARIES = Path.of("/lib");

  private NativeClientLibrary() {}

  static Path unpack(Path directory) {
    String name = "libaws-lambda-jni." + (isMusl() ? "linux_musl-" : "linux-") + arch() + ".so";
    Path file = directory.resolve(name);
    try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("the runtime client has no " + name);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the runtime client's library to " + file, e);
    }
  }

  private static String arch() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
  }

  private static boolean isMusl() {
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("ld-musl-"));
    } catch (IOException e) {
      return false;
    }
  }
}

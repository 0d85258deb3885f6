package io.usagecollector.testkit.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PKCS12 file that trusts the stand-in's authority, and its password. */
public record TrustStore(Path path, String password) {

  /** The options that make a JVM trust the stand-in and nothing else. */
  public List<String> jvmOptions() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + path,
        "-Djavax.net.ssl.trustStoreType=PKCS12",
        "-Djavax.net.ssl.trustStorePassword=" + password);
  }

  /** Writes one to a new temporary file. */
  public static TrustStore write(RunAuthority authority, String prefix) {
    try {
      Path file = Files.createTempFile(prefix, ".p12");
      authority.writeTrustStore(file);
      file.toFile().deleteOnExit();
      return new TrustStore(file, RunAuthority.TRUST_STORE_PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for the trust store", e);
    }
  }

  /** Deletes the file. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}

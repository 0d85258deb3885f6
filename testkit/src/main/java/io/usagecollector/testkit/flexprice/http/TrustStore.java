package io.usagecollector.testkit.flexprice.http;

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
}

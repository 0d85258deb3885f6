package io.usagecollector.testkit.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority made for one run, with one server certificate for {@code localhost} and
 * {@code 127.0.0.1}. Its keys exist in memory only; the trust store holds nothing secret.
 */
public final class RunAuthority {
  /**
   * The password of the trust store. It guards a public certificate, so it need not be a secret.
   */
  public static final String TRUST_STORE_PASSWORD = "changeit";

  private final X509Certificate authority;
  private final X509Certificate server;
  private final PrivateKey serverKey;

  RunAuthority(X509Certificate authority, X509Certificate server, PrivateKey serverKey) {
    this.authority = authority;
    this.server = server;
    this.serverKey = serverKey;
  }

  /**
   * Makes a new authority whose certificates are valid from a day before {@code now} for a year.
   */
  public static RunAuthority create(Instant now) {
    return CertificateMint.authority(now);
  }

  /** The server's key and chain, for the server's TLS context. */
  public KeyStore serverKeys() {
    KeyStore store = emptyStore();
    try {
      store.setKeyEntry(
          "server",
          serverKey,
          TRUST_STORE_PASSWORD.toCharArray(),
          new Certificate[] {server, authority});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot keep the server certificate of this run", e);
    }
    return store;
  }

  /** The authority alone, for clients. */
  public KeyStore trust() {
    KeyStore store = emptyStore();
    try {
      store.setCertificateEntry("authority", authority);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot keep the authority of this run", e);
    }
    return store;
  }

  /** Writes {@link #trust()} as PKCS12, for {@code -Djavax.net.ssl.trustStore} of a child JVM. */
  public void writeTrustStore(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      trust().store(out, TRUST_STORE_PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the trust store " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode the trust store " + file, e);
    }
  }

  /** A client's TLS context that trusts this authority and no other. */
  public SSLContext clientContext() {
    try {
      TrustManagerFactory trusting =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusting.init(trust());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusting.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a TLS context for this run", e);
    }
  }

  private static KeyStore emptyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PKCS12 key store", e);
    }
  }
}

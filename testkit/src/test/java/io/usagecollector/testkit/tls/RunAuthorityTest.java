package io.usagecollector.testkit.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAuthorityTest {
  private final RunAuthority authority = RunAuthority.create(Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir Path directory;

  @Test
  void theServerIsLocalhostBothWaysAndSignedByTheAuthority() throws Exception {
    X509Certificate server = (X509Certificate) authority.serverKeys().getCertificate("server");
    X509Certificate root = (X509Certificate) authority.trust().getCertificate("authority");
    server.verify(root.getPublicKey());
    assertThat(server.getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .containsExactlyInAnyOrder("localhost", "127.0.0.1");
    assertThat(root.getBasicConstraints()).isZero();
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
  }

  @Test
  void theTrustStoreHoldsTheAuthorityAndNoKey() throws Exception {
    Path file = directory.resolve("trust.p12");
    authority.writeTrustStore(file);
    KeyStore read = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      read.load(in, RunAuthority.TRUST_STORE_PASSWORD.toCharArray());
    }
    assertThat(Collections.list(read.aliases())).containsExactly("authority");
    assertThat(read.isCertificateEntry("authority")).isTrue();
  }

  @Test
  void everyRunHasAnAuthorityOfItsOwn() throws Exception {
    assertThat(RunAuthority.create(Instant.now()).trust().getCertificate("authority"))
        .isNotEqualTo(authority.trust().getCertificate("authority"));
  }
}

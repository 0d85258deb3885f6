package io.usagecollector.testkit.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the two certificates of a {@link RunAuthority}. */
final class CertificateMint {
  private static final X500Name AUTHORITY = new X500Name("CN=Usage Collector run authority");
  private static final X500Name SERVER = new X500Name("CN=localhost");
  private static final Duration VALID = Duration.ofDays(365);

  private final SecureRandom random = new SecureRandom();
  private final Instant now;

  private CertificateMint(Instant now) {
    this.now = now;
  }

  static RunAuthority authority(Instant now) {
    CertificateMint mint = new CertificateMint(now);
    try {
      KeyPair root = keyPair();
      KeyPair leaf = keyPair();
      return new RunAuthority(
          mint.sign(mint.root(root), root.getPrivate()),
          mint.sign(mint.leaf(leaf.getPublic()), root.getPrivate()),
          leaf.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("cannot make the certificates of this run", e);
    }
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509v3CertificateBuilder root(KeyPair root) throws CertIOException {
    return certificate(AUTHORITY, root.getPublic())
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
  }

  private X509v3CertificateBuilder leaf(PublicKey subject) throws CertIOException {
    GeneralNames names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
    return certificate(SERVER, subject)
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.subjectAlternativeName, false, names)
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
  }

  private X509v3CertificateBuilder certificate(X500Name subject, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        new BigInteger(120, random).add(BigInteger.ONE),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(VALID)),
        subject,
        key);
  }

  private X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey authority)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority)));
  }
}

package org.scimforcrowd.devhost.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.scimforcrowd.devhost.osgi.PluginRefusedException;

/**
 * Checks an upload's detached signature (base64, Ed25519) against the certificates of the trust store, as
 * UPM 8 does by default. An empty trust store means that nothing can be installed.
 */
final class SignatureCheck {
  private final Path truststore;

  /**
   * @param truststore folder of X.509 certificates
   */
  SignatureCheck(Path truststore) {
    this.truststore = truststore;
  }

  void check(byte[] jar, String signature) throws IOException, PluginRefusedException {
    if (signature.isBlank()) {
      throw new PluginRefusedException("An app needs its signature file");
    }
    byte[] signatureBytes = decoded(signature);
    for (PublicKey key : keys()) {
      if (isSignedBy(key, jar, signatureBytes)) {
        return;
      }
    }
    throw new PluginRefusedException("No certificate of the trust store fits the signature");
  }

  private static byte[] decoded(String signature) throws PluginRefusedException {
    try {
      return Base64.getMimeDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      throw new PluginRefusedException("The signature is not base64", e);
    }
  }

  private List<PublicKey> keys() throws IOException, PluginRefusedException {
    List<PublicKey> keys = new ArrayList<>();
    if (Files.isDirectory(truststore)) {
      try (Stream<Path> files = Files.list(truststore)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          keys.add(keyOf(file));
        }
      }
    }
    return keys;
  }

  private static PublicKey keyOf(Path certificate) throws IOException, PluginRefusedException {
    try {
      byte[] bytes = Files.readAllBytes(certificate);
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(bytes))
          .getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new PluginRefusedException(
          "The trust store holds a file that is no certificate: " + certificate.getFileName(), e);
    }
  }

  private static boolean isSignedBy(PublicKey key, byte[] jar, byte[] signatureBytes) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(jar);
      return verifier.verify(signatureBytes);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}

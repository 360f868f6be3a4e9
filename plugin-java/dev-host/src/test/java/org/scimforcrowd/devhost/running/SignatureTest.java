package org.scimforcrowd.devhost.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scimforcrowd.devhost.StandIn;

/** With the signature check an upload needs the signature of a key of the trust store. */
class SignatureTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir Path folder;

  @Test
  void onlySignedAppsAreInstalled() throws Exception {
    Path home = folder.resolve("home");
    byte[] jar = Files.readAllBytes(Running.sample(folder, "1.0.0"));
    try (StandIn standIn = Running.start(home, "--signature-check")) {
      Browser browser = Browser.loggedIn(standIn.url(), "admin", "admin");
      KeyStore keys = keys();
      String signature = signature(keys, jar);
      assertRefused(browser, jar, "", "An app needs its signature file");
      assertRefused(
          browser, jar, signature, "No certificate of the trust store fits the signature");

      Path truststore = Files.createDirectories(home.resolve("upmconfig/truststore"));
      Files.write(truststore.resolve("us.crt"), keys.getCertificate("us").getEncoded());
      String other = signature(keys, "other".getBytes());
      assertRefused(browser, jar, other, "No certificate of the trust store fits the signature");
      assertEquals(303, browser.upload(jar, signature, browser.token()).statusCode());
    }
  }

  private static void assertRefused(Browser browser, byte[] jar, String signature, String words)
      throws Exception {
    HttpResponse<String> answer = browser.upload(jar, signature, browser.token());
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains(words), answer.body());
  }

  private static String signature(KeyStore keys, byte[] content) throws Exception {
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign((PrivateKey) keys.getKey("us", PASSWORD));
    signer.update(content);
    return Base64.getEncoder().encodeToString(signer.sign());
  }

  private KeyStore keys() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "Ed25519", "-alias", "us", "-dname", "CN=us",
                "-storetype", "PKCS12", "-keystore", file.toString(),
                "-storepass", new String(PASSWORD))
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}

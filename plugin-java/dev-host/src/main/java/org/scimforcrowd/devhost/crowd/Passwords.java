package org.scimforcrowd.devhost.crowd;

import com.atlassian.crowd.embedded.api.Directory;
import com.atlassian.crowd.embedded.api.PasswordCredential;
import com.atlassian.crowd.exception.InvalidCredentialException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords: what a directory allows, how they are stored, whether one fits. */
final class Passwords {
  private static final String PREFIX = "{PKCS5S2}";
  private static final int SALT = 16;

  private final SecureRandom random = new SecureRandom();

  /** What goes into the credential column; null for none. */
  String toStored(Directory directory, PasswordCredential credential)
      throws InvalidCredentialException {
    if (credential == null) {
      return null;
    }
    if (credential.isEncryptedCredential()) {
      return credential.getCredential();
    }
    requireAllowed(directory, credential.getCredential());
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return PREFIX
        + Base64.getEncoder().encodeToString(join(salt, hash(credential.getCredential(), salt)));
  }

  /** True if the password fits the stored credential. */
  static boolean fits(String stored, String password) {
    if (stored == null || password == null || !stored.startsWith(PREFIX)) {
      return false;
    }
    byte[] bytes = Base64.getDecoder().decode(stored.substring(PREFIX.length()));
    byte[] salt = Arrays.copyOf(bytes, SALT);
    return MessageDigest.isEqual(bytes, join(salt, hash(password, salt)));
  }

  private static void requireAllowed(Directory directory, String password)
      throws InvalidCredentialException {
    if (password == null || password.isBlank()) {
      throw new InvalidCredentialException("You cannot have an empty password");
    }
    String length = directory.getValue("password_minimum_length");
    String regex = directory.getValue("password_regex");
    boolean longEnough = length == null || password.length() >= Integer.parseInt(length);
    if (!longEnough || (regex != null && !Pattern.compile(regex).matcher(password).find())) {
      throw new InvalidCredentialException(
          "The new password does not meet the directory complexity requirements",
          directory.getValue("password_complexity_message"),
          List.of());
    }
  }

  private static byte[] hash(String password, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 10_000, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

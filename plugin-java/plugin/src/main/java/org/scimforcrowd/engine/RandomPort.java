package org.scimforcrowd.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Random values and hashes. */
public final class RandomPort implements Port {
  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public JsonElement call(String method, Arguments arguments) {
    return new JsonPrimitive(
        switch (method) {
          case "uuid" -> UUID.randomUUID().toString();
          case "token" -> token();
          case "sha256" -> sha256(arguments.text(0).getBytes(UTF_8));
          default -> throw Port.unknownMethod(method);
        });
  }

  /** 256 random bits as 64 hexadecimal digits. */
  public String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

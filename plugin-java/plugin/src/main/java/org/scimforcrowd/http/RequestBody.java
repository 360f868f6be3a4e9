package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * Reads a body within the limits that keep a hostile one from costing much: 1 MB, brackets 100
 * deep.
 */
final class RequestBody {
  static final int MOST_BYTES = 1 << 20;
  static final int DEEPEST = 100;

  private RequestBody() {}

  /** Why a body is not taken. */
  static final class Refused extends Exception {
    final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  static String read(InputStream body) throws IOException, Refused {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refused(413, "The body is larger than " + MOST_BYTES + " bytes");
    }
    String text = decode(bytes);
    if (isDeeper(text, DEEPEST)) {
      throw new Refused(400, "The body is nested deeper than " + DEEPEST + " levels");
    }
    return text;
  }

  private static String decode(byte[] bytes) throws Refused {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refused(400, "The body is not UTF-8");
    }
  }

  /** Counts brackets outside of strings. Says nothing about whether the text is JSON. */
  static boolean isDeeper(String text, int limit) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '[' || c == '{') {
        depth++;
        if (depth > limit) {
          return true;
        }
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
    return false;
  }
}

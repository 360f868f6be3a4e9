package org.scimforcrowd.activity;

/** Hides what can be a token of ours in JSON text: runs of 64 hexadecimal digits or more. */
final class Tokens {
  private static final int DIGITS = 64;
  private static final String HIDDEN = "•••";

  private Tokens() {}

  /** Percent escapes of digits count as digits; JSON's own escapes stay whole. */
  static String hidden(String json) {
    StringBuilder shown = new StringBuilder(json.length());
    int at = 0;
    while (at < json.length()) {
      int end = at;
      int digits = 0;
      for (int width = digitAt(json, end); width > 0; width = digitAt(json, end)) {
        end += width;
        digits++;
      }
      if (digits >= DIGITS) {
        shown.append(HIDDEN);
      } else {
        shown.append(json, at, end);
      }
      at = Math.min(json.length(), end + widthOfOther(json, end));
      shown.append(json, end, at);
    }
    return shown.toString();
  }

  /** How many characters the digit there takes; 0 if there is none. */
  private static int digitAt(String json, int at) {
    if (at >= json.length()) {
      return 0;
    }
    if (isDigit(json.charAt(at))) {
      return 1;
    }
    boolean isEscape =
        json.charAt(at) == '%'
            && at + 2 < json.length()
            && isDigit(json.charAt(at + 1))
            && isDigit(json.charAt(at + 2));
    return isEscape && isDigit((char) Integer.parseInt(json, at + 1, at + 3, 16)) ? 3 : 0;
  }

  /** Of what is no digit: a character, or an escape such as \n and \u00e9. */
  private static int widthOfOther(String json, int at) {
    if (!json.startsWith("\\", at)) {
      return 1;
    }
    return json.startsWith("u", at + 1) ? 6 : 2;
  }

  private static boolean isDigit(char sign) {
    return (sign >= '0' && sign <= '9')
        || (sign >= 'a' && sign <= 'f')
        || (sign >= 'A' && sign <= 'F');
  }
}

package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyTest {
  private static String read(byte[] bytes) throws IOException, RequestBody.Refused {
    return RequestBody.read(new ByteArrayInputStream(bytes));
  }

  private static int refused(byte[] bytes) {
    return assertThrows(RequestBody.Refused.class, () -> read(bytes)).status;
  }

  @Test
  void takesAMegabyteAndNotAByteMore() throws Exception {
    byte[] most = " ".repeat(RequestBody.MOST_BYTES).getBytes(UTF_8);
    assertEquals(RequestBody.MOST_BYTES, read(most).length());
    assertEquals(413, refused((new String(most, UTF_8) + " ").getBytes(UTF_8)));
  }

  @Test
  void refusesDeepNesting() throws Exception {
    String deepest = "[".repeat(100) + "]".repeat(100);
    assertEquals(deepest, read(deepest.getBytes(UTF_8)));
    assertEquals(400, refused(("[" + deepest + "]").getBytes(UTF_8)));
    assertEquals(400, refused("{\"a\":[".repeat(51).getBytes(UTF_8)));
    assertEquals(400, refused("[".repeat(1_000_000).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"[[[\"; false",
        "\"\\\"[[[\"; false",
        "\"\\\\\"[[[; true",
        "[][][][]; false",
        "[[[; true",
        "[[]; false",
        "]]]]; false"
      })
  void countsBracketsOutsideOfStringsOnly(String text, boolean deeperThanTwo) {
    assertEquals(deeperThanTwo, RequestBody.isDeeper(text, 2));
  }

  @Test
  void refusesWhatIsNotUtf8() throws Exception {
    assertEquals(400, refused(new byte[] {'"', (byte) 0xff, '"'}));
    assertEquals("\"ä😀\"", read("\"ä😀\"".getBytes(UTF_8)));
  }
}

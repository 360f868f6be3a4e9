package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  private static final Map<String, String> FILES =
      Map.of(
          "entry.json", "{\"js\":[\"main.0123abcd.js\"],\"css\":[\"main.css\"]}",
          "main.0123abcd.js", "script",
          "main.css", "style",
          "tabs/scim.89abcdef01234567.js", "tab",
          "@atlaskit-table.01234567.js", "table",
          "secret.class", "no");
  private final List<String> opened = new ArrayList<>();
  private final Assets assets =
      new Assets(
          name -> {
            opened.add(name);
            return Optional.ofNullable(FILES.get(name))
                .map(text -> new ByteArrayInputStream(text.getBytes(UTF_8)));
          });

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.0123abcd.js | text/javascript;charset=UTF-8 | public, max-age=31536000, immutable",
        "main.css | text/css;charset=UTF-8 | no-cache",
        "@atlaskit-table.01234567.js | text/javascript;charset=UTF-8 | public, max-age=31536000,"
            + " immutable",
        "tabs/scim.89abcdef01234567.js | text/javascript;charset=UTF-8 | public, max-age=31536000,"
            + " immutable",
      })
  void servesFilesWithTypeAndCaching(String name, String type, String caching) {
    HttpAnswer answer = assets.answer(name, null);
    assertEquals(200, answer.status());
    assertArrayEquals(FILES.get(name).getBytes(UTF_8), answer.body());
    assertEquals(type, answer.headers().get("Content-Type"));
    assertEquals(caching, answer.headers().get("Cache-Control"));
  }

  @Test
  void answersThatNothingChanged() {
    String tag = assets.answer("main.css", null).headers().get("ETag");
    HttpAnswer again = assets.answer("main.css", tag);
    assertEquals(304, again.status());
    assertEquals(0, again.body().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "none.js",
        "secret.class",
        "../engine/engine.js",
        "..%2fengine.js",
        "tabs/../main.css",
        "./main.css",
        "/main.css",
        "tabs//scim.js",
        "tabs\\main.css",
        ".hidden.js",
        "main.css;x=.js",
        "main.js\u0000.css"
      })
  void findsNothingElse(String name) {
    assertEquals(404, assets.answer(name, null).status());
    assertEquals(List.of(), opened.stream().filter(path -> path.contains("..")).toList());
  }

  @Test
  void readsTheEntry() {
    assertEquals(
        new Assets.Entry(List.of("main.0123abcd.js"), List.of("main.css")), assets.entry());
  }
}

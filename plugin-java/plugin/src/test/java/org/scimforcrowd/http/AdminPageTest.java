package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdminPageTest {
  private static final HttpAnswer PAGE =
      AdminPage.answer(
          new Assets.Entry(List.of("a.js", "b.js"), List.of("a.css")),
          "/crowd/plugins/servlet/scim-for-crowd",
          "/crowd",
          "random",
          "ada \"<script>'&");
  private static final String HTML = new String(PAGE.body(), UTF_8);

  @Test
  void carriesWhatTheScriptsNeed() {
    assertTrue(
        HTML.contains(
            "<div id=\"scim-for-crowd\""
                + " data-api=\"/crowd/plugins/servlet/scim-for-crowd/api\""
                + " data-xsrf=\"random\""
                + " data-user=\"ada &quot;&lt;script&gt;'&amp;\""
                + " data-context=\"/crowd\"></div>"),
        HTML);
    assertTrue(
        HTML.contains(
            "<script src=\"/crowd/plugins/servlet/scim-for-crowd/assets/a.js\" defer></script>"),
        HTML);
    assertTrue(
        HTML.contains(
            "<link rel=\"stylesheet\""
                + " href=\"/crowd/plugins/servlet/scim-for-crowd/assets/a.css\">"),
        HTML);
  }

  @Test
  void forbidsEverythingThatItDoesNotNeed() {
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'self'",
        PAGE.headers().get("Content-Security-Policy"));
    assertEquals("no-store", PAGE.headers().get("Cache-Control"));
    assertFalse(
        HTML.contains("<style") || HTML.contains("style=") || HTML.contains("<script>"), HTML);
  }
}

package org.scimforcrowd.devhost.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesWhatIsNoHtml() {
    Html html = Html.of("<a href=\"{}\">{}</a>{}", "\"'&", "<b>", List.of(new Html("<i>"), "<"));
    assertEquals("<a href=\"&quot;&#39;&amp;\">&lt;b&gt;</a><i>&lt;", html.text());
  }

  @Test
  void aValueWithAPlaceInItFillsNothing() {
    assertEquals("{} x", Html.of("{} {}", "{}", "x").text());
  }

  @Test
  void placesAndArgumentsMustFit() {
    assertThrows(IllegalArgumentException.class, () -> Html.of("{}"));
    assertThrows(IllegalArgumentException.class, () -> Html.of("", "x"));
  }
}

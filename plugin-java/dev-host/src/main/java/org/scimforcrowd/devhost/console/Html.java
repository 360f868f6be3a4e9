package org.scimforcrowd.devhost.console;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Text that is safe in a page: made only of templates of ours and of escaped values. */
record Html(String text) {
  static final Html NOTHING = new Html("");

  /**
   * Fills a template of ours. Each {@code {}} takes one argument: Html as it is, a collection of Html one
   * after the other, anything else escaped (also for use inside a quoted attribute).
   */
  static Html of(String template, Object... arguments) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Object argument : arguments) {
      int place = template.indexOf("{}", from);
      if (place < 0) {
        throw new IllegalArgumentException("more arguments than places in: " + template);
      }
      filled.append(template, from, place).append(safe(argument));
      from = place + "{}".length();
    }
    if (template.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException("fewer arguments than places in: " + template);
    }
    return new Html(filled.append(template, from, template.length()).toString());
  }

  static Html when(boolean condition, Html html) {
    return condition ? html : NOTHING;
  }

  private static String safe(Object argument) {
    if (argument instanceof Html html) {
      return html.text;
    }
    if (argument instanceof Collection<?> many) {
      return many.stream().map(Html::safe).collect(Collectors.joining());
    }
    return escaped(Objects.toString(argument, ""));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}

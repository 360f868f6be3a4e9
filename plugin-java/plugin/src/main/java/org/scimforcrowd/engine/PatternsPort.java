package org.scimforcrowd.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Administrators' regular expressions: RE2, linear time whatever the expression (ADR 0011). */
public final class PatternsPort implements Port {

  @Override
  public JsonElement call(String method, Arguments arguments) {
    return switch (method) {
      case "problem" -> problem(arguments.text(0));
      case "matches" -> new JsonPrimitive(whole(arguments.text(0), arguments.text(1)).find());
      case "replace" ->
          new JsonPrimitive(replace(arguments.text(0), arguments.text(1), arguments.text(2)));
      default -> throw Port.unknownMethod(method);
    };
  }

  private static JsonElement problem(String pattern) {
    try {
      compile(pattern);
      return null;
    } catch (PatternSyntaxException wrong) {
      return new JsonPrimitive(described(wrong));
    }
  }

  /** RE2/J has no words of its own for a bracket that was never opened. */
  private static String described(PatternSyntaxException wrong) {
    boolean wordless = wrong.getDescription().contains("internal error");
    return wordless ? "unexpected )" : wrong.getDescription();
  }

  private static String replace(String pattern, String replacement, String text) {
    try {
      return whole(pattern, text).replaceFirst(replacement);
    } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
      throw new PortFailure(PortFailure.Kind.INVALID, "the replacement does not fit the pattern");
    }
  }

  /** `(?:…)` keeps the numbers of the groups; find() on it is true for the whole text only. */
  private static Matcher whole(String pattern, String text) {
    try {
      return compile(pattern).matcher(text);
    } catch (PatternSyntaxException wrong) {
      throw new PortFailure(PortFailure.Kind.INVALID, "pattern: " + described(wrong));
    }
  }

  private static Pattern compile(String pattern) {
    Pattern.compile(pattern); // alone first: `a)(b` must not become right by our brackets
    return Pattern.compile("\\A(?:" + pattern + ")\\z");
  }
}

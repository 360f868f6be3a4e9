package org.scimforcrowd.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scimforcrowd.engine.RandomPort;

/** The admin page's files, out of the JAR. They hold nothing secret and are served to anybody. */
public final class Assets {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*(/[A-Za-z0-9_@~-][A-Za-z0-9._@~-]*)*");
  private static final Pattern HAS_CONTENT_HASH =
      Pattern.compile(".*[.-][0-9a-f]{8,64}\\.[a-z0-9]+");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "json", "application/json",
          "txt", "text/plain;charset=UTF-8");

  private final Files files;

  /**
   * Where the files come from: a name relative to the folder, empty if there is none of that name.
   */
  @FunctionalInterface
  public interface Files {
    Optional<InputStream> open(String name);
  }

  /** The scripts and style sheets that the page starts with. */
  record Entry(List<String> scripts, List<String> styles) {}

  public Assets(Files files) {
    this.files = files;
  }

  /**
   * @throws IllegalStateException if the JAR was built without the page
   */
  Entry entry() {
    byte[] json =
        read("entry.json").orElseThrow(() -> new IllegalStateException("there is no admin page"));
    JsonObject entry = JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
    return new Entry(names(entry, "js"), names(entry, "css"));
  }

  /**
   * @param path what follows /assets/, as sent; anything but a plain name is not found
   */
  HttpAnswer answer(String path, String ifNoneMatch) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    Optional<byte[]> content =
        type != null && NAME.matcher(path).matches() ? read(path) : Optional.empty();
    if (content.isEmpty()) {
      return HttpAnswer.text(404, "text/plain;charset=UTF-8", "There is no such file");
    }
    String tag = "\"" + RandomPort.sha256(content.get()).substring(0, 16) + "\"";
    boolean same = tag.equals(ifNoneMatch);
    boolean immutable = HAS_CONTENT_HASH.matcher(path).matches();
    return new HttpAnswer(
        same ? 304 : 200,
        Map.of(
            "Content-Type",
            type,
            "ETag",
            tag,
            "Cache-Control",
            immutable ? "public, max-age=31536000, immutable" : "no-cache"),
        same ? new byte[0] : content.get());
  }

  private Optional<byte[]> read(String name) {
    Optional<InputStream> opened = files.open(name);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = opened.get()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> names(JsonObject entry, String kind) {
    List<String> names = new ArrayList<>();
    for (JsonElement name : entry.getAsJsonArray(kind)) {
      names.add(name.getAsString());
    }
    return names;
  }
}

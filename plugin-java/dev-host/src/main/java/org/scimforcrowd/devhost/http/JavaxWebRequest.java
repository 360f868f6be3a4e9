package org.scimforcrowd.devhost.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;

/** A servlet request as the stand-in's pages see it. */
final class JavaxWebRequest implements WebRequest {
  private static final int LONGEST_BODY = 1_000_000;

  private final HttpServletRequest request;

  JavaxWebRequest(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  @Override
  public String contextPath() {
    return request.getContextPath();
  }

  @Override
  public String parameter(String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "");
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  @Override
  public Optional<Upload> upload(String field) {
    if (!header("Content-Type").orElse("").startsWith("multipart/form-data")) {
      return Optional.empty();
    }
    try {
      Part part = request.getPart(field);
      if (part == null || part.getSize() == 0) {
        return Optional.empty();
      }
      try (InputStream content = part.getInputStream()) {
        String name = Objects.requireNonNullElse(part.getSubmittedFileName(), "");
        return Optional.of(new Upload(name, content.readAllBytes()));
      }
    } catch (IOException | ServletException e) {
      throw new UncheckedIOException(new IOException("the form cannot be read", e));
    }
  }

  @Override
  public String body() {
    try (InputStream in = request.getInputStream()) {
      return new String(in.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public WebSession session() {
    return new JavaxWebSession(request);
  }
}

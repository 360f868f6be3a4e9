package org.scimforcrowd.devhost.http;

import java.io.IOException;
import java.util.Objects;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.scimforcrowd.devhost.Recordings;

/**
 * The floor of the benchmark: reads a request, makes the calls of a recording again, writes the recorded answer. No
 * servlet that does the same to Crowd can be faster.
 */
final class JavaxFloorServlet extends HttpServlet {
  static final String PATTERN = "/stand-in/floor/*";

  private final transient Recordings recordings;

  JavaxFloorServlet(Recordings recordings) {
    this.recordings = recordings;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getInputStream().readAllBytes();
    String name = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
    try {
      write(recordings.replay(name), response);
    } catch (ReflectiveOperationException | IllegalStateException e) {
      response.sendError(HttpServletResponse.SC_CONFLICT, e.getMessage());
    }
  }

  private static void write(Recordings.Answer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}

package org.scimforcrowd.devhost.http;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Carries requests to the stand-in's own pages and their answers back. */
final class JavaxPagesServlet extends HttpServlet {
  private final transient WebPages pages;
  private final transient RemoteUser remoteUser;

  JavaxPagesServlet(WebPages pages, RemoteUser remoteUser) {
    this.pages = pages;
    this.remoteUser = remoteUser;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JavaxWebRequest page = new JavaxWebRequest(request);
    remoteUser.set(page.session().user());
    try {
      write(pages.answer(page), response);
    } finally {
      remoteUser.clear();
    }
  }

  private static void write(WebAnswer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }
}

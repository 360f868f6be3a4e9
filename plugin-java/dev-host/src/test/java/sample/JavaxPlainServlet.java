package sample;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Says what it sees; has no access annotation. */
public class JavaxPlainServlet extends HttpServlet {
  private final transient SampleCore core;

  public JavaxPlainServlet(SampleCore core) {
    this.core = core;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getParameter("fail") != null) {
      throw new ServletException("asked to fail");
    }
    if (request.getParameter("service") != null) {
      response.getWriter().print(core.hasService(request.getParameter("service")));
      return;
    }
    if (request.getParameter("class") != null) {
      response.getWriter().print(core.canLoad(request.getParameter("class")));
      return;
    }
    if (request.getParameter("sal") != null) {
      SampleSal.answer(core, request.getParameter("sal"), request, response, response.getWriter());
      return;
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    response
        .getWriter()
        .print(
            "javax "
                + core.version()
                + " path=" + request.getServletPath() + "|" + request.getPathInfo()
                + " user=" + request.getRemoteUser()
                + " ownLoader=" + (loader == SampleCore.class.getClassLoader())
                + " init=" + getServletConfig().getInitParameter("colour"));
  }
}

package org.scimforcrowd.http.javax;

import com.atlassian.annotations.security.UnrestrictedAccess;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.scimforcrowd.http.AdminDoor;

/**
 * The admin page. Unrestricted for Crowd: the door checks the administrator itself, to send him to
 * the login page.
 */
@UnrestrictedAccess
public final class JavaxAdminServlet extends HttpServlet {
  private final transient AdminDoor door;

  public JavaxAdminServlet(AdminDoor door) {
    this.door = door;
  }

  /** All methods, PATCH too, which HttpServlet does not know. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JavaxHttp.serve(door, request, response);
  }
}

package org.scimforcrowd.http.javax;

import com.atlassian.annotations.security.UnrestrictedAccess;
import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.scimforcrowd.http.ScimDoor;

/**
 * What provisioning clients talk to. Unrestricted for Crowd: the engine checks the bearer token
 * itself.
 */
@UnrestrictedAccess
public final class JavaxScimServlet extends HttpServlet {
  private final transient ScimDoor door;

  public JavaxScimServlet(ScimDoor door) {
    this.door = door;
  }

  /** All methods, PATCH too, which HttpServlet does not know. */
  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JavaxHttp.serve(door, request, response);
  }
}

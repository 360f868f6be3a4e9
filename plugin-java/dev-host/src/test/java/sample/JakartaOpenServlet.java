package sample;

import com.atlassian.annotations.security.UnrestrictedAccess;

/** The same for everybody. */
@UnrestrictedAccess
public final class JakartaOpenServlet extends JakartaPlainServlet {
  public JakartaOpenServlet(SampleCore core) {
    super(core);
  }
}

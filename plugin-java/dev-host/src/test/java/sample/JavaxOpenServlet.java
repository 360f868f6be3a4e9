package sample;

import com.atlassian.annotations.security.UnrestrictedAccess;

/** The same for everybody. */
@UnrestrictedAccess
public final class JavaxOpenServlet extends JavaxPlainServlet {
  public JavaxOpenServlet(SampleCore core) {
    super(core);
  }
}

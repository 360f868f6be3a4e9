package sample;

/** Makes the sample's servlets in the flavour that the host has. */
public final class SampleServlets {
  private SampleServlets() {}

  public static Object open(SampleCore core) throws ReflectiveOperationException {
    return named("OpenServlet", core);
  }

  public static Object unannotated(SampleCore core) throws ReflectiveOperationException {
    return named("PlainServlet", core);
  }

  public static Object broken(SampleCore core) {
    throw new IllegalStateException("this servlet cannot be made");
  }

  private static Object named(String name, SampleCore core) throws ReflectiveOperationException {
    String flavour = core.canLoad("jakarta.servlet.http.HttpServlet") ? "Jakarta" : "Javax";
    return Class.forName("sample." + flavour + name, true, SampleServlets.class.getClassLoader())
        .getConstructor(SampleCore.class)
        .newInstance(core);
  }
}

package org.scimforcrowd.devhost.http;

import java.io.IOException;
import org.scimforcrowd.devhost.Recordings;
import org.scimforcrowd.devhost.osgi.ServletModules;

/** Jetty with one of the two servlet APIs: JavaxHttpServer, or its twin that the build writes. */
public interface HttpServer extends AutoCloseable {
  String CONTEXT_PATH = "/crowd";

  /** What answers requests. */
  record Parts(
      ServletModules servlets,
      AccessRules access,
      RemoteUser remoteUser,
      WebPages pages,
      Recordings recordings) {}

  /** The server for a flavour, {@code javax} or {@code jakarta}. */
  static HttpServer of(String servletApi) throws ReflectiveOperationException {
    String name = servletApi.equals("javax") ? "JavaxHttpServer" : "JakartaHttpServer";
    return (HttpServer)
        Class.forName(HttpServer.class.getPackageName() + "." + name)
            .getDeclaredConstructor()
            .newInstance();
  }

  /** The packages of the servlet API that plugins see, as an Export-Package header. */
  String servletPackages();

  ServletRequests requests();

  /** Takes the port, without answering yet; 0 takes a free one. Gives the port. */
  int open(int port) throws IOException;

  void start(Parts parts) throws Exception;
}

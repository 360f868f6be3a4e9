package org.scimforcrowd.devhost.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;

/** Takes doubled slashes of a path for one, as Tomcat does under a real Crowd. */
final class CompactPaths implements HttpConfiguration.Customizer {
  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    String path = request.getHttpURI().getPath();
    if (path == null || !path.contains("//")) {
      return request;
    }
    HttpURI compact =
        HttpURI.build(request.getHttpURI()).path(URIUtil.compactPath(path)).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpURI getHttpURI() {
        return compact;
      }
    };
  }
}

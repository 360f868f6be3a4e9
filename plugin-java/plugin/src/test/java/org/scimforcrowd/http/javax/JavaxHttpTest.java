package org.scimforcrowd.http.javax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scimforcrowd.http.HttpAnswer;
import org.scimforcrowd.http.HttpRequest;

class JavaxHttpTest {
  private final List<String> calls = new ArrayList<>();

  /**
   * Answers each method with what the table says for its name, and remembers calls that are not
   * questions.
   */
  private <T> T servlet(Class<T> type, Map<String, Object> answers) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getReturnType() == void.class) {
                calls.add(method.getName() + List.of(arguments));
              }
              return answers.get(method.getName());
            });
    return type.cast(made);
  }

  private HttpRequest seen(Map<String, Object> answers) throws IOException {
    HttpRequest[] seen = new HttpRequest[1];
    JavaxHttp.serve(
        request -> {
          seen[0] = request;
          return HttpAnswer.SENT;
        },
        servlet(HttpServletRequest.class, answers),
        servlet(HttpServletResponse.class, Map.of()));
    return seen[0];
  }

  @ParameterizedTest
  @CsvSource({
    "/crowd/plugins/servlet/scim/c/v2/Users/a%2Fb%20c, /c/v2/Users/a%2Fb%20c",
    "/crowd/plugins/servlet/scim, ''",
    "/crowd/plugins/servlet/scim/, /",
    "/crowd/plugins/servlet/scim/;jsessionid=abc.node1, /",
    "/crowd/plugins/servlet/scim/c/plugins/servlet/scim/x, /c/plugins/servlet/scim/x",
    "/crowd/plugins//servlet/%73cim/c%20d, /c%20d",
  })
  void givesThePathAsSent(String uri, String path) throws IOException {
    Map<String, Object> answers =
        Map.of(
            "getRequestURI", uri,
            "getContextPath", "/crowd",
            "getServletPath", "/plugins/servlet/scim",
            "getPathInfo", "/c d");
    assertEquals(path, seen(answers).path());
  }

  @Test
  void givesHeadersInLowerCaseWithoutCookies() throws IOException {
    Map<String, Object> answers =
        Map.of(
            "getHeaderNames", Collections.enumeration(List.of("X-A", "Cookie")),
            "getHeaders", Collections.enumeration(List.of("1", "2")));
    assertEquals(Map.of("x-a", "1, 2"), seen(answers).headers());
  }

  @Test
  void sendsAnAnswerWithoutBody() throws IOException {
    JavaxHttp.serve(
        request -> new HttpAnswer(204, Map.of("A", "b"), new byte[0]),
        servlet(HttpServletRequest.class, Map.of()),
        servlet(HttpServletResponse.class, Map.of()));
    assertEquals(List.of("setStatus[204]", "setHeader[A, b]"), calls);
  }
}

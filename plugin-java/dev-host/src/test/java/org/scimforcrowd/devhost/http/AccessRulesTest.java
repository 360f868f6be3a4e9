package org.scimforcrowd.devhost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.annotations.security.AdminOnly;
import com.atlassian.annotations.security.AnonymousSiteAccess;
import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.annotations.security.SystemAdminOnly;
import com.atlassian.annotations.security.UnlicensedSiteAccess;
import com.atlassian.annotations.security.UnrestrictedAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessRulesTest {
  static class Unannotated {}

  @UnrestrictedAccess
  static class Open {}

  @LicensedOnly
  static class Licensed {}

  @AnonymousSiteAccess
  static class AnonymousWhereTheSiteAllows {}

  @UnlicensedSiteAccess
  static class Unlicensed {}

  @AdminOnly
  static class Administrators {}

  @SystemAdminOnly
  static class SystemAdministrators {}

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(new Open(), "ALLOWED ALLOWED ALLOWED"),
        Arguments.of(new Unannotated(), "NOT_LOGGED_IN ALLOWED ALLOWED"),
        Arguments.of(new Licensed(), "NOT_LOGGED_IN ALLOWED ALLOWED"),
        Arguments.of(new AnonymousWhereTheSiteAllows(), "NOT_LOGGED_IN ALLOWED ALLOWED"),
        Arguments.of(new Unlicensed(), "NOT_LOGGED_IN ALLOWED ALLOWED"),
        Arguments.of(new Administrators(), "NOT_LOGGED_IN FORBIDDEN ALLOWED"),
        Arguments.of(new SystemAdministrators(), "NOT_LOGGED_IN FORBIDDEN ALLOWED"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidesForNobodyAUserAndAnAdministrator(Object servlet, String expected) {
    AccessRules rules = new AccessRules(AccessRules.Place.BEAN, "admin"::equals);
    List<String> decisions =
        Stream.of(Optional.<String>empty(), Optional.of("user"), Optional.of("admin"))
            .map(user -> rules.decide(Optional.empty(), servlet, user).name())
            .toList();
    assertEquals(expected, String.join(" ", decisions));
  }
}

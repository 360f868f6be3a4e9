package org.scimforcrowd.devhost;

import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.List;
import java.util.Map;

/** What the OSGi side and the pages need of Crowd's managers. */
public interface Crowd extends AutoCloseable {
  /** A service that plugins may look up, under the name of its bean in Crowd. */
  record Service(String beanName, Class<?> type, Object service) {}

  /** Where an armed fault strikes a call: CUT also fails every later call, as if the app ended there. */
  enum Strike {
    BEFORE,
    AFTER,
    CUT
  }

  List<Service> services();

  DirectoryManager directories();

  ApplicationManager applications();

  boolean authenticate(String name, String password);

  /** Whether the user has the right to administer Crowd itself. */
  boolean isAdministrator(String name);

  /** The newest entries of Crowd's audit log, newest first. */
  List<AuditLogChangeset> auditLog(int most);

  /** What has gone to the database since the start: calls of the managers, statements, rows read. */
  record Traffic(long calls, long statements, long rows) {}

  Traffic traffic();

  /**
   * Runs a statement of SQL once for each row of parameters, in one transaction.
   *
   * @return the rows that a SELECT finds, by column; none of any other statement
   */
  List<Map<String, Object>> sql(String statement, List<Object[]> rows);

  /** What plugins ask of Crowd's managers, to be asked again. */
  Recordings recordings();

  /** Cuts the database off, or brings it back: a fault to test with. */
  void setDatabaseRunning(boolean running);

  /** The call-th call that plugins make of Crowd's managers from now on (1 is the next) fails. */
  void armFault(int call, Strike strike);

  /** Nothing fails any more. True if the fault that was armed has struck. */
  boolean disarmFault();
}

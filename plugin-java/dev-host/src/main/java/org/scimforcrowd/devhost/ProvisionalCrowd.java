package org.scimforcrowd.devhost;

import com.atlassian.crowd.audit.AuditLogChangeset;
import com.atlassian.crowd.manager.application.ApplicationManager;
import com.atlassian.crowd.manager.directory.DirectoryManager;
import java.util.List;

final class ProvisionalCrowd implements Crowd {
  public List<Service> services() { return List.of(); }
  public DirectoryManager directories() { return null; }
  public ApplicationManager applications() { return null; }
  public boolean authenticate(String name, String password) { return name.equals(password); }
  public boolean isAdministrator(String name) { return name.equals("admin"); }
  public List<AuditLogChangeset> auditLog(int most) { return List.of(); }
  public void setDatabaseRunning(boolean running) { }
  public void close() { }
}

package org.scimforcrowd.crowd;

import com.atlassian.crowd.exception.DirectoryNotFoundException;
import com.atlassian.crowd.exception.InvalidCredentialException;
import com.atlassian.crowd.exception.InvalidGroupException;
import com.atlassian.crowd.exception.InvalidMembershipException;
import com.atlassian.crowd.exception.InvalidUserException;
import com.atlassian.crowd.exception.NestedGroupsNotSupportedException;
import com.atlassian.crowd.exception.ObjectAlreadyExistsException;
import com.atlassian.crowd.exception.ObjectNotFoundException;
import com.atlassian.crowd.exception.PermissionException;
import com.atlassian.crowd.exception.ReadOnlyGroupException;
import org.scimforcrowd.engine.PortFailure;
import org.scimforcrowd.engine.PortFailure.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of Crowd's API. Crowd's exceptions end here (Crowd's API: PermissionException is no
 * CrowdException).
 */
@FunctionalInterface
interface CrowdCall<T> {
  Logger LOG = LoggerFactory.getLogger(CrowdCall.class);

  T run() throws Exception;

  /**
   * @param operation for the message, e.g. addUser
   * @throws PortFailure with the kind that the exception means
   */
  static <T> T of(String operation, CrowdCall<T> call) {
    try {
      return call.run();
    } catch (PortFailure failure) {
      throw failure;
    } catch (InvalidCredentialException refused) {
      throw new PortFailure(Kind.PASSWORD, rules(refused), refused);
    } catch (Exception | LinkageError failure) {
      Kind kind = kindOf(failure);
      if (kind == Kind.UNAVAILABLE) {
        LOG.warn("Crowd could not {}: {}", operation, causes(failure));
        LOG.debug("Crowd could not {}", operation, failure);
      }
      throw new PortFailure(kind, operation + ": " + failure.getClass().getSimpleName(), failure);
    }
  }

  /** The directory's own words for what a password must be. */
  private static String rules(InvalidCredentialException refused) {
    String rules = refused.getPolicyDescription();
    if (rules != null && !rules.isBlank()) {
      return rules;
    }
    Throwable plain = refused;
    return plain.getMessage() == null ? "the directory refuses it" : plain.getMessage();
  }

  private static Kind kindOf(Throwable failure) {
    if (failure instanceof DirectoryNotFoundException) {
      return Kind.GONE;
    }
    if (failure instanceof ObjectNotFoundException) {
      return Kind.MISSING;
    }
    if (failure instanceof ObjectAlreadyExistsException) {
      return Kind.EXISTS;
    }
    if (failure instanceof InvalidUserException
        || failure instanceof InvalidGroupException
        || failure instanceof InvalidMembershipException
        || failure instanceof IllegalArgumentException) { // a blank name, for one
      return Kind.INVALID;
    }
    if (failure instanceof PermissionException
        || failure instanceof ReadOnlyGroupException
        || failure instanceof NestedGroupsNotSupportedException
        || failure instanceof UnsupportedOperationException) {
      return Kind.REFUSED;
    }
    return Kind.UNAVAILABLE;
  }

  /** Kinds of exceptions only: their messages may hold people's values. */
  private static String causes(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.getClass().getName());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 5; depth++) {
      text.append(", caused by ").append(cause.getClass().getName());
      cause = cause.getCause();
    }
    return text.toString();
  }
}

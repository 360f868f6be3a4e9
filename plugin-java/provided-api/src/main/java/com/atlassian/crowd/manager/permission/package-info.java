/**
 * Left out of {@code UserPermissionService}: {@code hasPermissionOutsideOfGroups}, which needs a
 * type nobody else uses.
 */
package com.atlassian.crowd.manager.permission;

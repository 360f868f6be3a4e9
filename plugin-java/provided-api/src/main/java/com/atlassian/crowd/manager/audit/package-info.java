/** Left out of {@code AuditService}: searching and configuration. */
package com.atlassian.crowd.manager.audit;

/**
 * Left out: {@code DirectoryMapping} (deprecated), webhooks, {@code ImmutableApplication}. The
 * members of {@code Application} that name them are left out with them.
 */
package com.atlassian.crowd.model.application;

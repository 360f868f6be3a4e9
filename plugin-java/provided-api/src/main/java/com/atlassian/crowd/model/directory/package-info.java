/**
 * Left out: the deprecated {@code DirectoryImpl}; build directories with {@code
 * ImmutableDirectory}.
 */
package com.atlassian.crowd.model.directory;

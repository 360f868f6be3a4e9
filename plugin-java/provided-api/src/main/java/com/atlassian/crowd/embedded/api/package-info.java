/**
 * What embedding applications see of Crowd.
 *
 * <p>Left out: {@code PasswordConstraint}'s methods (their parameter type is not needed),
 * everything about Guava.
 */
package com.atlassian.crowd.embedded.api;

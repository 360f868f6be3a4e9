/** Left out: the {@code Immutable…} classes; what searches return shows the interfaces below. */
package com.atlassian.crowd.model.user;

/** Left out: the {@code Immutable…} classes but the author's; implement the interfaces. */
package com.atlassian.crowd.audit;

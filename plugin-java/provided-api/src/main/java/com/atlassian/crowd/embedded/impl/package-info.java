/** Left out of {@code IdentifierUtils}: its Guava members. */
package com.atlassian.crowd.embedded.impl;

package com.atlassian.sal.api.page;

/** How a page is shown. */
public enum PageCapability {
  IFRAME
}

package org.scimforcrowd.devhost.http;

/** All pages that the stand-in itself answers. */
public interface WebPages {
  WebAnswer answer(WebRequest request);
}

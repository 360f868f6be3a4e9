package org.scimforcrowd.devhost.http;

import java.util.Optional;

/** A request to one of the stand-in's own pages, without a type of either servlet API. */
public interface WebRequest {
  String method();

  /** Begins after the context path. */
  String path();

  String contextPath();

  /** A parameter of the query, the form or the multipart form; empty where absent. */
  String parameter(String name);

  Optional<String> header(String name);

  /** The file of a multipart form's field. */
  Optional<Upload> upload(String field);

  /** At most 1 MB of the body as UTF-8 text. */
  String body();

  WebSession session();

  /** A file sent by a form. */
  record Upload(String fileName, byte[] content) {}
}

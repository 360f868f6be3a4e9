package org.scimforcrowd.devhost.crowd;

import java.util.Map;

/** Where users, groups, directories and applications are kept, and what each can be searched by. */
enum EntityTable {
  USER(
      "cwd_user",
      "user_name",
      "user_id",
      Map.of(
          "name", new Column("lower_user_name", Kind.LOWERED),
          "email", new Column("lower_email_address", Kind.LOWERED),
          "firstName", new Column("lower_first_name", Kind.LOWERED),
          "lastName", new Column("lower_last_name", Kind.LOWERED),
          "displayName", new Column("lower_display_name", Kind.LOWERED),
          "active", new Column("active", Kind.EXACT),
          "externalId", new Column("external_id", Kind.EXACT),
          "createdDate", new Column("created_date", Kind.EXACT),
          "updatedDate", new Column("updated_date", Kind.EXACT))),
  GROUP(
      "cwd_group",
      "group_name",
      "group_id",
      Map.of(
          "name", new Column("lower_group_name", Kind.LOWERED),
          "description", new Column("description", Kind.EXACT),
          "active", new Column("active", Kind.EXACT),
          "local", new Column("is_local", Kind.EXACT),
          "externalId", new Column("external_id", Kind.EXACT),
          "createdDate", new Column("created_date", Kind.EXACT),
          "updatedDate", new Column("updated_date", Kind.EXACT))),
  DIRECTORY(
      "cwd_directory",
      "directory_name",
      null,
      Map.of(
          "name", new Column("lower_directory_name", Kind.LOWERED),
          "active", new Column("active", Kind.EXACT),
          "type", new Column("directory_type", Kind.EXACT),
          "implementationClass", new Column("lower_impl_class", Kind.LOWERED))),
  APPLICATION(
      "cwd_application",
      "application_name",
      null,
      Map.of(
          "name", new Column("lower_application_name", Kind.LOWERED),
          "active", new Column("active", Kind.EXACT),
          "type", new Column("application_type", Kind.EXACT)));

  /** Whether values are compared as they are or in lower case. */
  enum Kind {
    LOWERED,
    EXACT
  }

  /** A column that can be searched. */
  record Column(String name, Kind kind) {}

  private final String table;
  private final String nameColumn;
  private final String ownerColumn;
  private final Map<String, Column> columns;

  EntityTable(String table, String nameColumn, String ownerColumn, Map<String, Column> columns) {
    this.table = table;
    this.nameColumn = nameColumn;
    this.ownerColumn = ownerColumn;
    this.columns = columns;
  }

  String table() {
    return table;
  }

  String nameColumn() {
    return nameColumn;
  }

  String lowerNameColumn() {
    return "lower_" + nameColumn;
  }

  boolean hasAttributes() {
    return ownerColumn != null;
  }

  String attributeTable() {
    return table + "_attribute";
  }

  /** The column of the attribute table that names whose attribute it is. */
  String ownerColumn() {
    return ownerColumn;
  }

  /** The column of a property, or null: then it is a custom attribute. */
  Column column(String property) {
    return columns.get(property);
  }
}

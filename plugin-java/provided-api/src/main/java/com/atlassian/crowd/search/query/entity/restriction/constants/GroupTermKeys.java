package com.atlassian.crowd.search.query.entity.restriction.constants;

import com.atlassian.crowd.search.query.entity.restriction.Property;
import com.atlassian.crowd.search.query.entity.restriction.PropertyImpl;
import java.util.Date;
import java.util.Set;

/** What groups can be searched by, besides any attribute. */
public class GroupTermKeys {
  public static final Property<String> NAME = new PropertyImpl<>("name", String.class);
  public static final Property<String> DESCRIPTION =
      new PropertyImpl<>("description", String.class);
  public static final Property<Boolean> ACTIVE = new PropertyImpl<>("active", Boolean.class);
  public static final Property<Date> CREATED_DATE = new PropertyImpl<>("createdDate", Date.class);
  public static final Property<Date> UPDATED_DATE = new PropertyImpl<>("updatedDate", Date.class);
  public static final Property<Boolean> LOCAL = new PropertyImpl<>("local", Boolean.class);
  public static final Property<String> EXTERNAL_ID = new PropertyImpl<>("externalId", String.class);
  public static final Set<Property<?>> ALL_GROUP_PROPERTIES =
      Set.of(NAME, DESCRIPTION, ACTIVE, CREATED_DATE, UPDATED_DATE, LOCAL, EXTERNAL_ID);
}

package com.atlassian.crowd.exception;

/** Not a member. */
public class MembershipNotFoundException extends ObjectNotFoundException {
  private final String childName;
  private final String parentName;

  public MembershipNotFoundException(String childName, String parentName) {
    super(
        "The child entity <" + childName + "> is not a member of the parent <" + parentName + ">");
    this.childName = childName;
    this.parentName = parentName;
  }

  public MembershipNotFoundException(String childName, String parentName, Throwable e) {
    super(
        "The child entity <" + childName + "> is not a member of the parent <" + parentName + ">",
        e);
    this.childName = childName;
    this.parentName = parentName;
  }

  public String getChildName() {
    return childName;
  }

  public String getParentName() {
    return parentName;
  }
}

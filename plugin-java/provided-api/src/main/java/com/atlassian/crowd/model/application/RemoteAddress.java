package com.atlassian.crowd.model.application;

import java.io.Serializable;

/** An address that an application may call from. */
public class RemoteAddress implements Serializable, Comparable<RemoteAddress> {
  private static final long serialVersionUID = 1L;

  private final String address;

  public RemoteAddress(String address) {
    this.address = address;
  }

  public String getAddress() {
    return address;
  }

  @Override
  public int compareTo(RemoteAddress o) {
    return address.compareTo(o.address);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RemoteAddress that && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }
}

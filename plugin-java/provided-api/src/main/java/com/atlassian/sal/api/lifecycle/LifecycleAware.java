package com.atlassian.sal.api.lifecycle;

/** Is told when the application has started and stops. */
public interface LifecycleAware {
  void onStart();

  void onStop();
}

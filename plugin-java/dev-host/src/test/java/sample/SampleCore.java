package sample;

import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;

/** The middle of the sample plugin: one thread that must end with the plugin. */
public final class SampleCore {
  public static final String THREAD_NAME = "sample-plugin-thread";

  private final BundleContext bundleContext;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Thread thread;

  public SampleCore(BundleContext bundleContext) {
    this.bundleContext = bundleContext;
  }

  public void start() {
    thread = new Thread(this::waitForStop, THREAD_NAME);
    thread.setDaemon(true);
    thread.setContextClassLoader(SampleCore.class.getClassLoader());
    thread.start();
  }

  /** Takes longer than the patience of the test that uses it. */
  public void startLate() throws InterruptedException {
    stopped.await(2, TimeUnit.SECONDS);
  }

  public void stop() throws InterruptedException {
    stopped.countDown();
    if (thread != null) {
      thread.join();
    }
  }

  private void waitForStop() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String version() {
    return bundleContext.getBundle().getVersion().toString();
  }

  boolean hasService(String name) {
    return bundleContext.getServiceReference(name) != null;
  }

  /** Calls a service of the host by names, since SAL's signatures differ between the servlet APIs. */
  Object call(String service, String method, Object... arguments)
      throws ReflectiveOperationException {
    Object target = bundleContext.getService(bundleContext.getServiceReference(service));
    for (Method candidate : Class.forName(service).getMethods()) {
      if (candidate.getName().equals(method) && takes(candidate, arguments)) {
        return candidate.invoke(target, arguments);
      }
    }
    throw new NoSuchMethodException(service + "." + method);
  }

  private static boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.length;
    for (int i = 0; fits && i < types.length; i++) {
      fits = types[i] == boolean.class || types[i].isInstance(arguments[i]);
    }
    return fits;
  }

  boolean canLoad(String className) {
    try {
      Class.forName(className, false, SampleCore.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}

package sample;

import java.util.concurrent.CountDownLatch;
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

  public void stop() throws InterruptedException {
    stopped.countDown();
    thread.join();
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

  boolean canLoad(String className) {
    try {
      Class.forName(className, false, SampleCore.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}

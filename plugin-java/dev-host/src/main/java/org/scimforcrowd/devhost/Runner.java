package org.scimforcrowd.devhost;

import java.net.BindException;
import java.util.concurrent.CountDownLatch;

/** The process of the stand-in: starts it, says when it answers, stops it with the process. */
public final class Runner {
  private Runner() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Options options;
    try {
      options = Options.read(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Options.USAGE);
      return 2;
    }
    try (StandIn standIn = StandIn.start(options)) {
      CountDownLatch stopped = new CountDownLatch(1);
      Thread stopper = new Thread(() -> stop(standIn, stopped), "stand-in-stop");
      Runtime.getRuntime().addShutdownHook(stopper);
      System.out.println("READY " + standIn.url());
      stopped.await();
      return 0;
    } catch (StartRefusedException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (BindException e) {
      System.err.println(
          "Port " + options.port() + " is in use: stop what uses it, or choose another one"
              + " with --port");
      return 1;
    } catch (Exception | LinkageError e) {
      System.err.println("The stand-in did not start: " + e);
      e.printStackTrace();
      return 3;
    }
  }

  private static void stop(StandIn standIn, CountDownLatch stopped) {
    try {
      standIn.close();
    } catch (Exception e) {
      System.err.println("The stand-in did not stop cleanly: " + e);
    } finally {
      stopped.countDown();
    }
  }
}

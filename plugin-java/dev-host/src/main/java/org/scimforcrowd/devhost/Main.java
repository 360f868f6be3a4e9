package org.scimforcrowd.devhost;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the stand-in. Crowd's signatures exist with javax and with jakarta servlet types; this launcher puts
 * the right ones first on the class path of a class loader of its own and runs the stand-in in it.
 */
public final class Main {
  private static final String RUNNER = "org.scimforcrowd.devhost.Runner";

  private Main() {}

  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (InvocationTargetException e) {
      fail(e.getCause());
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** Felix has threads that are no daemons: without an exit a failed start would hang. */
  private static void fail(Throwable problem) {
    System.err.println("The stand-in did not start: " + problem);
    System.exit(1);
  }

  private static void run(String[] arguments) throws ReflectiveOperationException, IOException {
    int option = List.of(arguments).lastIndexOf("--servlet-api");
    boolean javax =
        option >= 0 && option + 1 < arguments.length && arguments[option + 1].equals("javax");
    List<URL> classPath = new ArrayList<>();
    classPath.add(api(javax).toUri().toURL());
    for (Path element : ownClassPath()) {
      classPath.add(url(element));
    }
    URLClassLoader loader =
        new URLClassLoader(
            classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    Class.forName(RUNNER, true, loader)
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  private static List<Path> ownClassPath() {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(System.getProperty("java.class.path").split(separator))
        .map(Path::of)
        .filter(path -> !path.getFileName().toString().startsWith("provided-api-"))
        .toList();
  }

  private static Path api(boolean javax) throws IOException {
    Path folder = Installation.folder().resolve("api");
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("provided-api-"))
          .filter(file -> file.toString().endsWith("-jakarta.jar") != javax)
          .findFirst()
          .orElseThrow(() -> new IOException("no JAR of Crowd's signatures in " + folder));
    }
  }
}

package org.scimforcrowd.devhost;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder where a stand-in keeps its data, held by one stand-in at a time. */
public final class Home implements AutoCloseable {
  /** Lies in a folder that a stand-in found empty: only such a folder is ever emptied. */
  public static final String MARKER = ".stand-in-home";

  private static final String LOCK = "stand-in.lock";

  /** What a stand-in, or {@code npm start}, writes into its home. The caches beside them are no data. */
  private static final List<String> OWN =
      List.of("database", "plugins", "shared", "stand-in.log", "dev-host.json");

  private final FileChannel lock;

  private Home(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * Takes the folder for this stand-in.
   *
   * @param fresh whether what an earlier stand-in left is removed; nothing else ever is
   * @throws StartRefusedException when another stand-in runs there, or the folder is not ours to empty
   */
  public static Home take(Path folder, boolean fresh) throws IOException, StartRefusedException {
    markIfNew(folder);
    boolean ours = Files.exists(folder.resolve(MARKER));
    if (fresh && !ours) {
      throw new StartRefusedException(
          folder + " was not made by a stand-in: it is not emptied. Choose another folder with"
              + " --home, or empty it yourself");
    }
    Home home = new Home(lock(folder));
    if (fresh) {
      empty(folder);
    }
    return home;
  }

  private static void markIfNew(Path folder) throws IOException, StartRefusedException {
    try {
      Files.createDirectories(folder);
      if (isEmpty(folder)) {
        Files.createFile(folder.resolve(MARKER));
      }
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new StartRefusedException(folder + " is no folder: choose another with --home");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static FileChannel lock(Path folder) throws IOException, StartRefusedException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isLocked(channel)) {
      channel.close();
      throw new StartRefusedException(
          "Another stand-in runs in " + folder + ": stop it, or choose another folder with --home");
    }
    return channel;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void empty(Path folder) throws IOException {
    for (String name : OWN) {
      Path own = folder.resolve(name);
      if (Files.exists(own)) {
        try (Stream<Path> files = Files.walk(own)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}

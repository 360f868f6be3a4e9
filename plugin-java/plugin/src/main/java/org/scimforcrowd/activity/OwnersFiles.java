package org.scimforcrowd.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only the account which Crowd runs under can read, where the file system
 * knows accounts.
 */
final class OwnersFiles {
  private OwnersFiles() {}

  /** Gives offset and length of what was written, without the line's end. */
  static long[] appendLine(Path file, String text) throws IOException {
    byte[] bytes = (text.replace('\n', ' ').replace('\r', ' ') + "\n").getBytes(UTF_8);
    makeFile(file);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      if (endsTorn(channel, end)) {
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end++);
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer, end + buffer.position());
      }
      return new long[] {end, bytes.length - 1};
    }
  }

  private static boolean endsTorn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }

  /** True if a line begins there and ends after so many bytes. */
  static boolean isLine(Path file, long offset, int length) throws IOException {
    boolean begins = offset == 0 || read(file, offset - 1, 1)[0] == '\n';
    return begins && read(file, offset + length, 1)[0] == '\n';
  }

  static byte[] read(Path file, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
      opened.seek(offset);
      opened.readFully(bytes);
    }
    return bytes;
  }

  static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }
  }

  private static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try (SeekableByteChannel created =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              ownerOnly(file, "rw-------"))) {
        created.position();
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
